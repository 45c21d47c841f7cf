import { assertNever } from '../assert-never.ts'
import type { ClockOffset } from '../clocks/rung.ts'
import { amountWords } from '../clocks/date-words.ts'
import { CARD_LABELS } from '../notices/labels.ts'
import { ORDER } from '../notices/words.ts'
import { isRole, ROLE_LABELS } from '../people/roles.ts'
import type { NotifyRole, Rung, RungAction, RungCondition } from '../routing/item.ts'
import type { Language, Text } from '../text.ts'

const CONDITIONS: Readonly<Record<RungCondition, Text>> = {
  any: { zh: '', en: '' },
  unsigned: { zh: '，仍未签收', en: ', if nobody has signed' },
  unclaimed: { zh: '，仍无人认领', en: ', if nobody has claimed it' },
  unfinished: { zh: '，仍未办结', en: ', if it is not done' },
}

const NOTIFIED: Readonly<Record<Exclude<NotifyRole, keyof typeof ROLE_LABELS>, Text>> = {
  assignee: { zh: '经办人', en: 'whoever works on it' },
  decider: { zh: '审批人', en: 'whoever decides it' },
  'leader-contact': { zh: '联系领导', en: "the expert's leader contact" },
}

/** What a rung does and when, as a sentence; `actions` are those that the reader may know of. */
export function ruleText({ offset, condition }: Rung, actions: readonly RungAction[]): Text {
  const text = (language: Language): string => {
    const does = actions.map((action) => actionWords(action, language))
    const zh = language === 'zh'
    return `${offsetWords(offset, language)}${CONDITIONS[condition][language]}${zh ? '：' : ': '}${does.join(zh ? '，' : '; ')}${zh ? '。' : '.'}`
  }
  return { zh: text('zh'), en: text('en') }
}

function offsetWords(offset: ClockOffset, language: Language): string {
  const zh = language === 'zh'
  if (offset.kind === 'percent' && offset.percent !== 100) {
    return zh ? `期限用去${offset.percent}%时` : `When ${offset.percent} % of the time is spent`
  }
  if (offset.kind === 'percent' || offset.amount === 0) return zh ? '到期时' : 'When it is due'
  const away = amountWords(Math.abs(offset.amount), offset.unit, language)
  if (offset.amount < 0) return zh ? `到期前${away}` : `${away} before it is due`
  return zh ? `到期后${away}` : `${away} after it was due`
}

function actionWords(action: RungAction, language: Language): string {
  const zh = language === 'zh'
  switch (action.kind) {
    case 'card':
      return CARD_LABELS[action.colour][language]
    case 'notify': {
      const told = action.roles.map((role) => roleWords(role, language))
      return zh ? `通知${told.join('、')}` : `tells ${told.join(', ')}`
    }
    case 'order': {
      const reply = amountWords(action.replyLimit.amount, action.replyLimit.unit, language)
      return zh ? `${ORDER[action.order].zh}（${reply}内答复）` : `an order (${ORDER[action.order].en}), to be answered within ${reply}`
    }
    case 'reassign':
      return zh ? '改派到兜底窗口' : 'the task moves to the fallback window'
    case 'raise':
      return zh ? '提级督办' : 'it is raised to the next level'
    default:
      return assertNever(action)
  }
}

function roleWords(role: NotifyRole, language: Language): string {
  if (!isRole(role)) return NOTIFIED[role][language]
  return language === 'zh' ? ROLE_LABELS[role].zh : `the ${ROLE_LABELS[role].en}`
}
