import { assertNever } from '../../assert-never.ts'
import type { Instant } from '../../clocks/types.ts'
import { ORDER_REPLY_LIMITS } from '../../routing/order-limits.ts'
import { caseClock, isOpen, isRunning, leadTask, openCoTasks, stageOf } from '../lookups.ts'
import type { CaseClock, CaseState } from '../state.ts'
import { taskOf } from '../task-of-clock.ts'
import { accept } from './acceptance.ts'
import { closeCase, startAftercare } from './close.ts'
import { consentBySilence } from './co-handling.ts'
import type { Draft } from './draft.ts'
import { isWithinReply, issueOrder } from './orders.ts'
import { endPause } from './pauses.ts'

/** What the expiry of each kind of clock does; a stage's own effect is data in the item. */
export function expire(draft: Draft, clockId: string): void {
  const clock = draft.state.clocks[clockId]
  if (!clock || clock.dueAt === null) throw new Error(`clock ${clockId} cannot expire`)
  draft.emit('ClockExpired', { clockId, dueAt: clock.dueAt })
  switch (clock.kind) {
    case 'acceptance':
      accept(draft, { mode: 'deemed', taskId: null, promised: [], note: null })
      return
    case 'co-handling':
      consentBySilence(draft, clock.scope.id)
      return
    case 'cure':
      if (clock.scope.kind === 'pause') lapse(draft, draft.state.pauses[clock.scope.id]?.taskId ?? null)
      return
    case 'answer':
      endPause(draft, clock.scope.id, 'end-reached', null)
      return
    case 'aftercare':
      draft.emit('AppealEnded', {})
      return
    case 'stage':
      expireStage(draft, clock)
      return
    case 'order-reply':
      startAftercare(draft)
      return
    case 'promised':
    case 'legal':
    case 'sign':
    case 'extension-decision':
      return
    default:
      assertNever(clock.kind)
  }
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
      lapse(draft, task.id)
      return
    default:
      assertNever(effect)
  }
}

/** The expert did not do what the appeal waited for. */
function lapse(draft: Draft, taskId: string | null): void {
  closeCase(draft, { result: 'lapsed', taskId, because: 'lapsed', officeInCharge: null, reply: null })
}

/**
 * The expert who is told that a promised or legal date has passed hears a new one (domain.md section 3,
 * hotline practice): the legal date where it still lies ahead, else the reply limit of an order that the
 * window has got, else that of an urging order which it gets now.
 */
export function promiseNewDates(draft: Draft): void {
  const late = draft.events.some((event) => event.type === 'ClockExpired' && isPublicAndLate(draft.state, event.data.clockId))
  const window = leadTask(draft.state)?.window ?? draft.state.accountableWindow
  if (!late || draft.state.status !== 'open' || window === null) return
  if (liesAhead(caseClock(draft.state, 'legal'), draft.at) || isWithinReply(draft, window, 'any')) return
  issueOrder(draft, {
    order: 'urge',
    because: 'late',
    window,
    taskId: leadTask(draft.state)?.id ?? null,
    rung: null,
    note: null,
    replyLimit: ORDER_REPLY_LIMITS.urge,
  })
}

function isPublicAndLate(state: CaseState, clockId: string): boolean {
  const clock = state.clocks[clockId]
  return clock !== undefined && isRunning(clock) && clock.expiredAt !== null && (clock.kind === 'promised' || clock.kind === 'legal')
}

function liesAhead(clock: CaseClock | null, at: Instant): boolean {
  return clock?.dueAt != null && clock.dueAt > at
}
