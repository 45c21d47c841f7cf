import Handlebars from 'handlebars'
import type { NoticeTemplate, NoticeTemplates } from '../../catalog/loader/notices.ts'
import { isForExpert, MAIL_KINDS, SIGN_IN_CODE, type MailKind } from '../../domain/notices/mail-kind.ts'
import { oneLine } from '../../domain/notices/view.ts'
import { MAIL_BLOCKS, type MailBlock, type MailView } from '../../domain/notices/view-shape.ts'
import { LANGUAGES, type Language } from '../../domain/text.ts'
import { HTML_BLOCKS, TEXT_BLOCKS, type BlockText } from './blocks.ts'
import { htmlPage } from './html-page.ts'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Makes the words of one mail; throws only where a template is broken in a way the loader cannot see. */
export type RenderMail = (kind: MailKind, language: Language, view: MailView) => RenderedMail

interface Compiled {
  readonly subject: Handlebars.TemplateDelegate<MailView>
  readonly text: Handlebars.TemplateDelegate<MailView>
  readonly html: Handlebars.TemplateDelegate<MailView>
}

/** Compiles every template once. */
export function createRender(templates: NoticeTemplates): RenderMail {
  const compiled = new Map<string, Compiled>()
  for (const language of LANGUAGES) {
    const text = engine(TEXT_BLOCKS, language)
    const html = engine(HTML_BLOCKS, language)
    for (const kind of MAIL_KINDS) compiled.set(`${language}/${kind}`, compile(templates.kinds[language][kind], text, html))
  }
  return (kind, language, view) => {
    const template = compiled.get(`${language}/${kind}`)
    if (template === undefined) throw new Error(`no template ${language}/${kind}`)
    const frame = templates.frame[language]
    const subject = oneLine(template.subject(view))
    const greeting = isForExpert(kind) ? frame.greetExpert : frame.greetStaff
    const linkLabel = kind === SIGN_IN_CODE ? frame.openSignIn : frame.openAppeal
    const html = htmlPage({ language, frame, subject, greeting, body: template.html(view), link: view.link, linkLabel })
    const text = plainText([
      greeting,
      template.text(view),
      `${linkLabel}${language === 'zh' ? '：' : ': '}${view.link}`,
      `-- \n${frame.office}\n${frame.footer}`,
    ])
    return { subject, text, html }
  }
}

function engine(blocks: Readonly<Record<MailBlock, BlockText>>, language: Language): typeof Handlebars {
  const handlebars = Handlebars.create()
  for (const block of MAIL_BLOCKS) handlebars.registerPartial(block, (view: MailView) => ending(blocks[block](view, language)))
  return handlebars
}

/** A block's own line break is eaten with the line it stands on. */
function ending(block: string): string {
  return block === '' ? '' : `${block}\n`
}

function compile(template: NoticeTemplate, text: typeof Handlebars, html: typeof Handlebars): Compiled {
  const options = { knownHelpersOnly: true, preventIndent: true }
  return {
    subject: text.compile<MailView>(template.subject, { ...options, noEscape: true }),
    text: text.compile<MailView>(template.body, { ...options, noEscape: true }),
    html: html.compile<MailView>(template.body, options),
  }
}

function plainText(parts: readonly string[]): string {
  return `${parts.map((part) => part.trim().replace(/\n{3,}/g, '\n\n')).join('\n\n')}\n`
}
