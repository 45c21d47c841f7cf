import { assertNever } from '../../assert-never.ts'
import { type ClockEffect, effectOf } from '../../routing/expiry.ts'
import { ORDER_REPLY_LIMITS } from '../../routing/order-limits.ts'
import { isOpen, isRunning, leadTask, openCoTasks, stageOf } from '../lookups.ts'
import type { CaseClock } from '../state.ts'
import { taskOf } from '../task-of-clock.ts'
import { accept } from './acceptance.ts'
import { stopClock } from './clock-work.ts'
import { closeCase, startAftercare } from './close.ts'
import { consentBySilence } from './co-handling.ts'
import { moveToFallback } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { fireDueRungs } from './fire-rungs.ts'
import { isWithinReply, issueOrder } from './orders.ts'
import { endPause } from './pauses.ts'

/** What the expiry of a clock does is data in the item (design 6). */
export function expire(draft: Draft, clockId: string): void {
  const clock = draft.state.clocks[clockId]
  if (!clock || clock.dueAt === null) throw new Error(`clock ${clockId} cannot expire`)
  draft.emit('ClockExpired', { clockId, dueAt: clock.dueAt })
  if (clock.kind === 'stage') {
    expireStage(draft, clock)
    return
  }
  // Papers that were promised have a limit that ends nothing, and the answer to a bad rating begins aftercare anew.
  if (clock.kind === 'cure' && clock.scope.kind !== 'pause') return
  if (clock.kind === 'order-reply') startAftercare(draft)
  carryOut(draft, effectOf(draft.state.start.item, clock.kind), clock)
}

function carryOut(draft: Draft, effect: ClockEffect, clock: CaseClock): void {
  if (!runsOn(draft, effect, clock)) return
  switch (effect) {
    case 'nothing':
    case 'new-date':
      // A new date is promised once for all dates that pass at the instant.
      return
    case 'fallback-window':
      takeAway(draft, clock)
      return
    case 'deemed-accepted':
      accept(draft, { mode: 'deemed', taskId: null, promised: [], note: null })
      return
    case 'deemed-consent':
      consentBySilence(draft, clock.scope.id)
      return
    case 'lapse':
      lapse(draft, draft.state.pauses[clock.scope.id]?.taskId ?? null)
      return
    case 'resume':
      endPause(draft, clock.scope.id, 'end-reached', null)
      return
    case 'refused':
      refuseExtension(draft, clock)
      return
    case 'supervise':
      superviseUnanswered(draft, clock)
      return
    case 'end':
      draft.emit('AppealEnded', {})
      return
    default:
      assertNever(effect)
  }
}

/** Effects under which the clock runs on: its rungs fire in their own turn. */
const RUNNING_ON: ReadonlySet<ClockEffect> = new Set(['nothing', 'new-date', 'supervise'])

/** Fires what the ladder has for the date itself before an effect stops the clock; false where that has stopped it already. */
function runsOn(draft: Draft, effect: ClockEffect, { id }: CaseClock): boolean {
  if (!RUNNING_ON.has(effect)) fireDueRungs(draft, id)
  const clock = draft.state.clocks[id]
  return clock !== undefined && isRunning(clock)
}

function expireStage(draft: Draft, clock: CaseClock): void {
  const task = taskOf(draft.state, clock)
  if (task === null || !isOpen(task)) return
  const effect = stageOf(draft.state, task.stage).onExpiry
  switch (effect) {
    case 'nothing':
      return
    case 'deemed-accepted':
      if (draft.state.accepted === null) accept(draft, { mode: 'deemed', taskId: task.id, promised: [], note: null })
      return
    case 'deemed-consent':
      for (const other of openCoTasks(draft.state)) consentBySilence(draft, other.id)
      return
    case 'lapse':
      if (runsOn(draft, effect, clock)) lapse(draft, task.id)
      return
    default:
      assertNever(effect)
  }
}

/** Nobody signed in time: the fallback window of the station takes the task. */
function takeAway(draft: Draft, clock: CaseClock): void {
  const task = taskOf(draft.state, clock)
  if (task !== null && isOpen(task)) moveToFallback(draft, task)
}

/** Nobody decided in time: the extension counts as refused, so that the window knows where it stands. */
function refuseExtension(draft: Draft, clock: CaseClock): void {
  const request = draft.state.extensions[clock.scope.id]
  if (request === undefined) throw new Error(`no extension request ${clock.scope.id}`)
  draft.emit('ExtensionDecided', { requestId: request.id, granted: false, amount: request.amount, note: null, because: 'not-decided' })
  stopClock(draft, clock, 'expired')
}

/** An urging order that is not answered becomes a supervision order, once: one of those is raised, never ordered again. */
function superviseUnanswered(draft: Draft, clock: CaseClock): void {
  const order = clock.scope.kind === 'order' ? draft.state.orders[clock.scope.id] : undefined
  if (draft.state.status !== 'open' || order?.kind !== 'urge' || isWithinReply(draft, order.window, 'supervise')) return
  issueOrder(draft, {
    order: 'supervise',
    because: 'unanswered',
    window: order.window,
    taskId: leadTask(draft.state)?.id ?? null,
    rung: null,
    note: null,
    replyLimit: ORDER_REPLY_LIMITS.supervise,
  })
}

/** The expert did not do what the appeal waited for. */
function lapse(draft: Draft, taskId: string | null): void {
  closeCase(draft, { result: 'lapsed', taskId, because: 'lapsed', officeInCharge: null, reply: null })
}
