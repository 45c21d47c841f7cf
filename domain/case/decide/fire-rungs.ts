import { assertNever } from '../../assert-never.ts'
import type { Rung, RungAction } from '../../routing/item.ts'
import { isOpen } from '../lookups.ts'
import type { CaseClock, CaseRung, Task } from '../state.ts'
import { taskOf } from '../task-of-clock.ts'
import { moveToFallback } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { isWithinReply, issueOrder } from './orders.ts'

/**
 * Settles the rungs of clocks that appeared or moved in this draft: of several that are past, only the
 * latest fires and the others are cancelled with that reason (design 7). `from` is the first event
 * not yet looked at; what the rungs lead to is looked at too. Returns how many events have been.
 */
export function settlePastRungs(draft: Draft, from = 0): number {
  let seen = from
  for (; seen < draft.events.length; seen += 1) {
    const event = draft.events[seen]
    if (event?.type === 'ClockStarted') settleClock(draft, event.data.clock.id)
    if (event?.type === 'ClockMoved') settleClock(draft, event.data.clockId)
  }
  return seen
}

function settleClock(draft: Draft, clockId: string): void {
  const past = armedBy(draft.state.clocks[clockId], draft.at)
  const latest = past.at(-1)
  for (const rung of past) {
    if (rung !== latest) draft.emit('RungCancelled', { clockId, rung: rung.code, because: 'later-rung-fired' })
  }
  if (latest) fireRung(draft, clockId, latest.code)
}

/** Armed rungs whose instant has come, earliest first; of equal ones the order of the ladder. */
function armedBy(clock: CaseClock | undefined, at: number): readonly (CaseRung & { readonly at: number })[] {
  if (!clock || clock.stoppedAt !== null) return []
  return clock.rungs
    .filter((rung): rung is CaseRung & { readonly at: number } => rung.state === 'armed' && rung.at !== null && rung.at <= at)
    .sort((a, b) => a.at - b.at)
}

/** Fires every rung of a clock whose instant has come; one that an earlier of them stopped fires no more. */
export function fireDueRungs(draft: Draft, clockId: string): void {
  for (const { code } of armedBy(draft.state.clocks[clockId], draft.at)) {
    const isArmed = armedBy(draft.state.clocks[clockId], draft.at).some((rung) => rung.code === code)
    if (isArmed) fireRung(draft, clockId, code)
  }
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
  for (const action of rung.actions) act(draft, action, code, clock, task)
}

function act(draft: Draft, action: RungAction, rung: string, clock: CaseClock, task: Task | null): void {
  switch (action.kind) {
    case 'order':
      orderByRung(draft, action, rung, clock, task)
      return
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

/**
 * An order goes to the window that holds the task. None follows from an order that was not answered
 * (that is raised, not ordered again), nor while the window is within its limit for one of the same kind.
 */
function orderByRung(
  draft: Draft,
  action: Extract<RungAction, { kind: 'order' }>,
  rung: string,
  clock: CaseClock,
  task: Task | null,
): void {
  const window = task?.window ?? draft.state.accountableWindow
  if (clock.kind === 'order-reply' || window === null || isWithinReply(draft, window, action.order)) return
  issueOrder(draft, {
    order: action.order,
    because: 'rung',
    window,
    taskId: task?.id ?? null,
    rung,
    note: null,
    replyLimit: action.replyLimit,
  })
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
