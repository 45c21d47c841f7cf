import { changeText } from '../../domain/case/change-words.ts'
import { RUNG_CANCEL_LABELS } from '../../domain/case/deadline-words.ts'
import type { CaseEvent, EventOf } from '../../domain/case/event.ts'
import { momentText } from '../../domain/case/moment-words.ts'
import { ruleText } from '../../domain/case/rung-words.ts'
import type { CaseClock, CaseState, ClockStop } from '../../domain/case/state.ts'
import { amountWords } from '../../domain/clocks/date-words.ts'
import type { Amount, Instant } from '../../domain/clocks/types.ts'
import { CARD_LABELS } from '../../domain/notices/labels.ts'
import type { RungAction } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
import { CLOCK_NAMES } from './clock-names.ts'

const STOPS: Readonly<Record<ClockStop, Text>> = {
  done: { zh: '已办理', en: 'it is done' },
  superseded: { zh: '改由新的计时', en: 'another clock takes its place' },
  'case-closed': { zh: '诉求已办结', en: 'the appeal is closed' },
  expired: { zh: '期满', en: 'its time is over' },
  answered: { zh: '已答复', en: 'it is answered' },
}

/** An event of a clock, its rungs or its cards as a sentence; null for other events. */
export function clockSentence(state: CaseState, event: CaseEvent): Text | null {
  switch (event.type) {
    case 'ClockStarted':
      return started(state, event.data.clock)
    case 'ClockMoved':
      return named(state, event.data.clockId, (clock) => moved(state, clock, event))
    case 'ClockStopped':
      return named(state, event.data.clockId, (_, { zh, en }) => {
        const because = STOPS[event.data.because]
        return { zh: `${zh}停止计时：${because.zh}。`, en: `The ${en} stops: ${because.en}.` }
      })
    case 'ClockExpired':
      return named(state, event.data.clockId, (clock, { zh, en }) => {
        const due = dateOf(state, clock, event.data.dueAt)
        return { zh: `${zh}已于${due.zh} 到期。`, en: `The ${en} ended ${due.en}.` }
      })
    case 'RungFired':
      return named(state, event.data.clockId, (clock, { zh, en }) => {
        const rule = ruleOf(state, clock, event.data.rung, event.data.actions)
        return { zh: `${zh}预警：${rule.zh}`, en: `A warning on the ${en}. ${rule.en}` }
      })
    case 'RungCancelled':
      return named(state, event.data.clockId, (clock, { zh, en }) => {
        const [rule, because] = [ruleOf(state, clock, event.data.rung, null), RUNG_CANCEL_LABELS[event.data.because]]
        return {
          zh: `${zh}预警取消（${because.zh}）：${rule.zh}`,
          en: `A warning on the ${en} is cancelled, since ${because.en}. ${rule.en}`,
        }
      })
    case 'CardWithdrawn':
      return named(state, event.data.clockId, (_, { zh, en }) => {
        const [card, left] = [CARD_LABELS[event.data.colour], event.data.left === null ? null : CARD_LABELS[event.data.left]]
        return {
          zh: `${zh}撤${card.zh}${left === null ? '' : `，改为${left.zh}`}。`,
          en: `The ${card.en} on the ${en} is withdrawn${left === null ? '' : `; a ${left.en} stands`}.`,
        }
      })
    default:
      return null
  }
}

function started(state: CaseState, clock: CaseClock): Text {
  const name = CLOCK_NAMES[clock.kind]
  const budget = amountText(clock.facts.budget)
  if (clock.dueAt === null)
    return { zh: `${name.zh}共${budget.zh}，尚未计时。`, en: `The ${name.en} is ${budget.en}; it does not run yet.` }
  const due = dateOf(state, clock, clock.dueAt)
  return { zh: `${name.zh}开始计时：${budget.zh}，${due.zh} 到期。`, en: `The ${name.en} begins: ${budget.en}, due ${due.en}.` }
}

function moved(state: CaseState, clock: CaseClock, { data }: EventOf<'ClockMoved'>): Text {
  const { change, dueAt } = data
  const [name, why] = [CLOCK_NAMES[clock.kind], changeText(change)]
  const more = change.kind === 'extended' ? amountText({ amount: change.extension.amount, unit: clock.facts.budget.unit }) : null
  const by = more === null ? { zh: '', en: '' } : { zh: `延期${more.zh}，`, en: `extended by ${more.en}, ` }
  if (dueAt === null) return { zh: `${name.zh}${by.zh}中止计时：${why.zh}。`, en: `The ${name.en} is ${by.en}paused: ${why.en}.` }
  const due = dateOf(state, clock, dueAt)
  return { zh: `${name.zh}${by.zh}现为${due.zh} 到期：${why.zh}。`, en: `The ${name.en} is ${by.en}now due ${due.en}: ${why.en}.` }
}

function named(state: CaseState, clockId: string, words: (clock: CaseClock, name: Text) => Text): Text | null {
  const clock = state.clocks[clockId]
  return clock === undefined ? null : words(clock, CLOCK_NAMES[clock.kind])
}

/** The rule of a rung with what it did, or would do; its code where the item knows it no more. */
function ruleOf(state: CaseState, clock: CaseClock, code: string, actions: readonly RungAction[] | null): Text {
  const rule = state.start.item.ladder.find((rung) => rung.code === code && rung.clock === clock.kind)
  return rule === undefined ? { zh: `${code}。`, en: `${code}.` } : ruleText(rule, actions ?? rule.actions)
}

function dateOf(state: CaseState, clock: CaseClock, at: Instant): Text {
  const calendar = state.start.calendars[clock.calendar]
  if (!calendar) throw new Error(`clock ${clock.id} of case ${state.start.caseId} has no calendar ${clock.calendar}`)
  return momentText(at, calendar)
}

function amountText({ amount, unit }: Amount): Text {
  return { zh: amountWords(amount, unit, 'zh'), en: amountWords(amount, unit, 'en') }
}
