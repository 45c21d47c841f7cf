import type { DueView, MailView, MailBlock } from '../../domain/notices/view-shape.ts'
import { besideDate } from '../../domain/notices/due-view.ts'
import type { Language } from '../../domain/text.ts'
import { escapeHtml } from './escape-html.ts'

/** One rendering of a whole block; an empty string where the view has nothing for it. */
export type BlockText = (view: MailView, language: Language) => string

export const TEXT_BLOCKS: Readonly<Record<MailBlock, BlockText>> = {
  dues: (view, language) => view.dues.map((due) => `- ${due.label}${colon(language)}${due.date}${besideDate(due, language)}`).join('\n'),
  materials: (view) => view.materials.map((material, index) => `${index + 1}. ${material}`).join('\n'),
  said: (view) =>
    view.said === null
      ? ''
      : view.said
          .split('\n')
          .map((line) => (line === '' ? '>' : `> ${line}`))
          .join('\n'),
}

/** Each on one source line, so that the page builder keeps it as one block. */
export const HTML_BLOCKS: Readonly<Record<MailBlock, BlockText>> = {
  dues: (view, language) =>
    view.dues.length === 0
      ? ''
      : `<table role="presentation" style="${TABLE}">${view.dues.map((due) => dueRow(due, language)).join('')}</table>`,
  materials: (view) =>
    view.materials.length === 0
      ? ''
      : `<ol style="${LIST}">${view.materials.map((material) => `<li style="${ITEM}">${escapeHtml(material)}</li>`).join('')}</ol>`,
  said: (view) =>
    view.said === null ? '' : `<blockquote style="${QUOTE}">${view.said.split('\n').map(escapeHtml).join('<br>')}</blockquote>`,
}

function dueRow(due: DueView, language: Language): string {
  const mark = due.red ? '#c0392b' : due.yellow ? '#c98a00' : due.running || due.stopped ? '#2e7d4f' : '#8a9099'
  const note = besideDate(due, language)
  const small = note === '' ? '' : ` <span style="color:#5b6470;white-space:nowrap">${escapeHtml(note.trim())}</span>`
  return (
    `<tr><td style="${CELL};border-left:4px solid ${mark};color:#5b6470;width:34%">${escapeHtml(due.label)}</td>` +
    `<td style="${CELL};font-weight:600">${escapeHtml(due.date)}${small}</td></tr>`
  )
}

function colon(language: Language): string {
  return language === 'zh' ? '：' : ': '
}

const TABLE = 'border-collapse:collapse;width:100%;margin:0 0 18px'
const CELL = 'padding:10px 12px;border-bottom:1px solid #e6e9ee;vertical-align:top;font-size:15px;line-height:1.5'
const LIST = 'margin:0 0 18px;padding:0 0 0 24px'
const ITEM = 'margin:0 0 6px;font-size:16px;line-height:1.6'
const QUOTE = 'margin:0 0 18px;padding:12px 16px;border-left:4px solid #1f5fa8;background:#f3f7fc;font-size:16px;line-height:1.7'
