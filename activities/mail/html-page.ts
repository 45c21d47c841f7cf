import type { NoticeFrame } from '../../catalog/loader/notices.ts'
import type { Language } from '../../domain/text.ts'
import { escapeHtml } from './escape-html.ts'

export interface HtmlParts {
  readonly language: Language
  readonly frame: NoticeFrame
  readonly subject: string
  readonly greeting: string
  /** Rendered body: blocks apart by empty lines; one that begins with `<` is a finished block, the rest are paragraphs of escaped text. */
  readonly body: string
  readonly link: string
  readonly linkLabel: string
}

/** A whole mail as an HTML page: one column of at most 600 pixels, all styles inline, no image, no script, nothing fetched. */
export function htmlPage(parts: HtmlParts): string {
  const { frame } = parts
  const link = escapeHtml(parts.link)
  return [
    `<!doctype html><html lang="${parts.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(parts.subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:#eef1f5;color:#1d2733;font-family:${FONTS}">`,
    '<div style="max-width:600px;margin:0 auto;padding:16px">',
    `<div style="padding:14px 20px;background:#1f5fa8;color:#ffffff;font-size:15px;font-weight:600;border-radius:8px 8px 0 0">${escapeHtml(frame.office)}</div>`,
    '<div style="padding:24px 20px 8px;background:#ffffff;border-radius:0 0 8px 8px">',
    `<p style="${PARAGRAPH}">${escapeHtml(parts.greeting)}</p>`,
    ...blocksOf(parts.body).map((block) => (block.startsWith('<') ? block : `<p style="${PARAGRAPH}">${block}</p>`)),
    `<p style="margin:8px 0 20px"><a href="${link}" style="display:inline-block;padding:12px 22px;background:#1f5fa8;color:#ffffff;text-decoration:none;font-size:16px;border-radius:6px">${escapeHtml(parts.linkLabel)}</a></p>`,
    '</div>',
    `<p style="margin:14px 20px;font-size:13px;line-height:1.6;color:#5b6470">${escapeHtml(frame.footer)}</p>`,
    '</div></body></html>',
  ].join('\n')
}

/** Paragraphs and whole blocks of a body; a single line break inside a paragraph separates two blocks as well. */
export function blocksOf(body: string): readonly string[] {
  return body
    .split('\n')
    .map((block) => block.trim())
    .filter((block) => block !== '')
}

const FONTS = "-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',Helvetica,Arial,sans-serif"
const PARAGRAPH = 'margin:0 0 16px;font-size:16px;line-height:1.7'
