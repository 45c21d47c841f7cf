import { changeText } from '../case/change-words.ts'
import { caseClock, leadTask, runningClocks, stageOf } from '../case/lookups.ts'
import type { EventOf } from '../case/event.ts'
import type { CaseClock, CaseState } from '../case/state.ts'
import { CLOSE_RESULT_LABELS, statusSentence } from '../case/status-sentence.ts'
import { dueAt } from '../clocks/due.ts'
import { PAUSE_REASON_LABELS } from '../clocks/pause-reasons.ts'
import type { Instant } from '../clocks/types.ts'
import { effectOf } from '../routing/expiry.ts'
import type { Text } from '../text.ts'
import { noticeDue, noticeDues, shownAs } from './dues.ts'
import { DUE_LABELS } from './labels.ts'
import type { NoticeParams } from './notice.ts'
import { CONSEQUENCES } from './words.ts'

/** What every notice of the case may say at this instant. */
export function paramsOf(state: CaseState, at: Instant): NoticeParams {
  const task = leadTask(state)
  return {
    number: state.start.number,
    item: state.start.item.name,
    stage: task === null ? null : stageOf(state, task.stage).name,
    window: task?.window ?? state.accountableWindow,
    status: statusSentence(state),
    dues: noticeDues(state, at),
    moved: null,
    materials: [],
    outcome: null,
    officeInChargeTextId: null,
    rung: null,
    reason: null,
    textId: null,
  }
}

/** The same with the date of one more clock, first. */
export function withDue(params: NoticeParams, state: CaseState, clock: CaseClock | null, at: Instant): NoticeParams {
  return clock === null
    ? params
    : { ...params, dues: [noticeDue(state, clock, at), ...params.dues.filter((due) => due.clock !== shownAs(clock.kind))] }
}

/** What the item lets follow where the expert does not supply or answer in time. */
export function consequenceOf(state: CaseState, kind: 'cure' | 'answer'): Pick<NoticeParams, 'consequence'> {
  const effect = effectOf(state.start.item, kind)
  return effect === 'lapse' || effect === 'resume' ? { consequence: CONSEQUENCES[kind][effect] } : {}
}

/** Names of materials of the item, in its order. */
export function materialNames(state: CaseState, codes: readonly string[]): NoticeParams['materials'] {
  return state.start.item.materials.filter((material) => codes.includes(material.code)).map((material) => material.name)
}

/** The old date, the new one and why; the old date of a pause that ends is the one without the pause. */
export function movedParams(
  state: CaseState,
  event: EventOf<'ClockMoved'> | EventOf<'TaskPaused'>,
): { readonly moved: NoticeParams['moved']; readonly why: Text } {
  if (event.type === 'TaskPaused') return { moved: null, why: PAUSE_REASON_LABELS[event.data.reason] }
  const clock = state.clocks[event.data.clockId]
  if (!clock) return { moved: null, why: { zh: '', en: '' } }
  const why = changeText(event.data.change)
  const kind = shownAs(clock.kind)
  return { moved: { clock: kind, from: dateBefore(state, clock, event), to: event.data.dueAt, why }, why }
}

function dateBefore(state: CaseState, clock: CaseClock, { data }: EventOf<'ClockMoved'>): Instant | null {
  const { change } = data
  const calendar = state.start.calendars[clock.calendar]
  if (change.kind !== 'resumed' || !calendar) return data.dueBefore
  return dueAt({ ...clock.facts, pauses: clock.facts.pauses.filter((pause) => pause.id !== change.pauseId) }, calendar).at
}

/** Lateness with an apology and the new date; null there where none stands yet. */
export function lateParams(state: CaseState, event: EventOf<'ClockExpired'> | EventOf<'RungFired'>, plain: NoticeParams): NoticeParams {
  const clock = state.clocks[event.data.clockId]
  if (!clock) return plain
  const kind = shownAs(clock.kind)
  return {
    ...plain,
    moved: { clock: kind, from: event.data.dueAt, to: newDate(state, clock, event.at), why: LATE },
    rung: { code: 'expired', colour: 'red', clock: DUE_LABELS[shownAs(clock.kind)] },
  }
}

const LATE: Text = { zh: '我们未能在承诺期限内办结', en: 'we did not finish within the limit' }

/** The next date that stands: the promised one, the legal one, else the latest limit by which a window answers an order. */
function newDate(state: CaseState, late: CaseClock, at: Instant): Instant | null {
  const ahead = (clock: CaseClock | null): readonly Instant[] => (clock?.dueAt != null && clock.dueAt > at ? [clock.dueAt] : [])
  const [next] = [caseClock(state, 'promised'), caseClock(state, 'legal')].filter((clock) => clock?.id !== late.id).flatMap(ahead)
  if (next !== undefined) return next
  const replies = runningClocks(state)
    .filter((clock) => clock.scope.kind === 'order')
    .flatMap(ahead)
  return replies.length === 0 ? null : Math.max(...replies)
}

export function rungParams(state: CaseState, event: EventOf<'RungFired'>, plain: NoticeParams): NoticeParams {
  const clock = state.clocks[event.data.clockId]
  const colour = event.data.actions.find((action) => action.kind === 'card')?.colour ?? null
  if (!clock) return plain
  const params = { ...plain, rung: { code: event.data.rung, colour, clock: DUE_LABELS[shownAs(clock.kind)] } }
  return clock.scope.kind === 'case' && clock.kind === 'cure' ? params : withDue(params, state, clock, event.at)
}

export function closedParams(event: EventOf<'AppealClosed'>, plain: NoticeParams): NoticeParams {
  return {
    ...plain,
    outcome: CLOSE_RESULT_LABELS[event.data.result],
    officeInChargeTextId: event.data.officeInCharge?.id ?? null,
    textId: event.data.reply?.id ?? null,
  }
}
