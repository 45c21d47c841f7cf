import { rungAt } from '../../clocks/rung.ts'
import type { Calendar, ClockFacts, ClockKind, Instant } from '../../clocks/types.ts'
import { assertNever } from '../../assert-never.ts'
import type { Rung, RungAction } from '../../routing/item.ts'
import { isOpen } from '../lookups.ts'
import type { CaseClock, CaseRung, CaseState, Task } from '../state.ts'
import type { Draft } from './draft.ts'
import { issueOrder } from './orders.ts'
import { taskOf } from '../task-of-clock.ts'
import { moveToFallback } from './dispatch.ts'

interface Arming {
  readonly ladder: readonly Rung[]
  readonly kind: ClockKind
  readonly facts: ClockFacts
  readonly calendar: Calendar
  /** Null while paused: rungs keep their record but have no instant. */
  readonly due: Instant | null
  readonly before: readonly CaseRung[]
  readonly now: Instant
}

/**
 * The rungs of a clock for its present due instant. A rung that has fired or was cancelled stays so,
 * unless the date has moved and its instant lies ahead again: then it is armed anew (I3).
 */
export function armRungs(arming: Arming): readonly CaseRung[] {
  return arming.ladder
    .filter((rung) => rung.clock === arming.kind)
    .map((rung): CaseRung => {
      const before = arming.before.find((each) => each.code === rung.code)
      const at = arming.due === null ? null : rungAt(arming.facts, arming.calendar, rung.offset, arming.due)
      if (before && before.state !== 'armed' && (at === null || at <= arming.now)) return before
      return { code: rung.code, at, state: 'armed', because: null, firedAt: null, firedForDue: null }
    })
}

/** Of several armed rungs that are past when a clock appears or moves, only the latest fires (design 7). */
export function settlePastRungs(draft: Draft, clockId: string): void {
  const past = armedBy(draft.state.clocks[clockId], draft.at)
  const latest = past[past.length - 1]
  for (const rung of past) {
    if (rung !== latest) draft.emit('RungCancelled', { clockId, rung: rung.code, because: 'later-rung-fired' })
  }
  if (latest) fireRung(draft, clockId, latest.code)
}

/** Armed rungs whose instant has come, earliest first; of equal ones the order of the ladder. */
function armedBy(clock: CaseClock | undefined, at: Instant): readonly (CaseRung & { readonly at: Instant })[] {
  if (!clock || clock.stoppedAt !== null) return []
  return clock.rungs
    .filter((rung): rung is CaseRung & { readonly at: Instant } => rung.state === 'armed' && rung.at !== null && rung.at <= at)
    .sort((a, b) => a.at - b.at)
}

/** Fires one rung: its condition is looked at now, its actions follow as events. */
export function fireRung(draft: Draft, clockId: string, code: string): void {
  const clock = draft.state.clocks[clockId]
  const rung = draft.state.start.item.ladder.find((each) => each.code === code && each.clock === clock?.kind)
  if (!clock || !rung || clock.dueAt === null) throw new Error(`clock ${clockId} has no rung ${code} to fire`)
  const task = taskOf(draft.state, clock)
  if (!holds(rung.condition, task)) {
    draft.emit('RungCancelled', { clockId, rung: code, because: 'condition-not-met' })
    return
  }
  draft.emit('RungFired', { clockId, rung: code, dueAt: clock.dueAt, actions: rung.actions })
  for (const action of rung.actions) act(draft, action, code, task)
}

function act(draft: Draft, action: RungAction, rung: string, task: Task | null): void {
  switch (action.kind) {
    case 'order': {
      const window = task?.window ?? draft.state.accountableWindow
      if (window !== null) issueOrder(draft, { order: action.order, window, taskId: task?.id ?? null, rung, note: null, replyLimit: action.replyLimit })
      return
    }
    case 'reassign':
      if (task) moveToFallback(draft, task)
      return
    case 'notify':
    case 'card':
    case 'raise':
      return
    default:
      assertNever(action)
  }
}

function holds(condition: Rung['condition'], task: Task | null): boolean {
  switch (condition) {
    case 'any':
      return true
    case 'unsigned':
      return task !== null && isOpen(task) && task.signedAt === null
    case 'unclaimed':
      return task !== null && isOpen(task) && task.assignee === null
    case 'unfinished':
      return task === null || isOpen(task)
    default:
      return assertNever(condition)
  }
}

/** A card stands only while a fired rung that shows one is still past; a date moved ahead takes it back. */
export function withdrawOutdatedCard(draft: Draft, clockId: string): void {
  const clock = draft.state.clocks[clockId]
  if (!clock || clock.card === null || clock.dueAt === null) return
  const shown = clock.rungs.some((rung) => rung.state === 'fired' && cardColour(draft.state, clock.kind, rung.code) === clock.card)
  if (!shown) draft.emit('CardWithdrawn', { clockId, colour: clock.card })
}

function cardColour(state: CaseState, kind: ClockKind, code: string): 'yellow' | 'red' | null {
  const rung = state.start.item.ladder.find((each) => each.code === code && each.clock === kind)
  return rung?.actions.find((action) => action.kind === 'card')?.colour ?? null
}
