import { loadNoticeTemplates, type NoticeTemplates } from '../../catalog/loader/notices.ts'
import { createRender, type RenderMail } from '../../activities/mail/render.ts'
import { isNoticeKind, type MailKind, SIGN_IN_CODE } from '../../domain/notices/mail-kind.ts'
import type { NoticeDue, NoticeParams } from '../../domain/notices/notice.ts'
import { noticeView, signInView } from '../../domain/notices/view.ts'
import type { Language, Text } from '../../domain/text.ts'

/** Templates as they stand in the catalogue and what makes a mail of them. */
export interface MailTexts {
  readonly templates: NoticeTemplates
  readonly render: RenderMail
}

/** Reads and compiles the templates at the first question; they change with a start, as those of the worker. */
export function mailTexts(catalogFolder: string): () => MailTexts {
  let made: MailTexts | null = null
  return () => {
    if (made === null) {
      const templates = loadNoticeTemplates(catalogFolder)
      made = { templates, render: createRender(templates) }
    }
    return made
  }
}

/** Monday 9 March 2026, 17:30 in the offices. */
const DUE_AT = Date.UTC(2026, 2, 9, 9, 30)
const DAY_MS = 86_400_000

const SAMPLE: NoticeParams = {
  number: 'HY-2026-000123-7',
  item: { zh: '子女入学', en: 'School place for a child' },
  stage: { zh: '学位协调', en: 'Finding a place' },
  window: null,
  status: { zh: '教育部门正在协调学位。', en: 'The education department is finding a place.' },
  dues: [
    due('legal', DUE_AT + 7 * DAY_MS, 'green', 8),
    due('promised', DUE_AT + 2 * DAY_MS, 'green', 4),
    due('stage', DUE_AT, 'yellow', 1),
  ],
  moved: {
    clock: 'promised',
    from: DUE_AT,
    to: DUE_AT + 2 * DAY_MS,
    why: { zh: '补正材料期间不计入', en: 'the days of supplementing do not count' },
  },
  materials: [
    { zh: '居住证明', en: 'Proof of residence' },
    { zh: '亲属关系证明', en: 'Proof of kinship' },
  ],
  outcome: { zh: '已解决', en: 'settled' },
  officeInChargeTextId: 'sample',
  rung: { code: 'stage-yellow', colour: 'yellow', clock: { zh: '环节期限', en: 'limit of the stage' } },
  reason: { zh: '等待专家补正材料', en: 'waiting for papers of the expert' },
  until: DUE_AT + 10 * DAY_MS,
  since: DUE_AT - 3 * DAY_MS,
  consequence: { zh: '逾期未补正的，诉求终止，可重新提交。', en: 'After that day the appeal lapses and may be filed again.' },
  textId: 'sample',
}
const SAID: Text = {
  zh: '您好，学位已经落实，请于周五前到校报到。',
  en: 'The place is settled; please report to the school by Friday.',
}
const WINDOW: Text = { zh: '湖区教育入学窗口', en: 'Schooling window of Lake District' }
const OFFICE: Text = { zh: '市教育局', en: 'City education bureau' }

/** One kind of mail as a reader of the language would get it, filled with invented values. */
export function sampleMail(
  { render }: MailTexts,
  kind: MailKind,
  language: Language,
  publicUrl: string,
): { subject: string; text: string } {
  const view =
    kind === SIGN_IN_CODE || !isNoticeKind(kind)
      ? signInView({ code: '482915', minutes: 10 }, publicUrl)
      : noticeView(SAMPLE, { language, publicUrl, windowName: WINDOW, text: SAID[language], officeInCharge: OFFICE[language] })
  const { subject, text } = render(kind, language, view)
  return { subject, text }
}

function due(clock: NoticeDue['clock'], at: number, colour: NoticeDue['colour'], days: number): NoticeDue {
  return { clock, at, colour, state: 'running', provisional: false, remaining: { amount: days, unit: 'working-days' } }
}
