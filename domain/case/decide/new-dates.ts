import type { Instant } from '../../clocks/types.ts'
import { effectOf } from '../../routing/expiry.ts'
import { ORDER_REPLY_LIMITS } from '../../routing/order-limits.ts'
import { caseClock, isRunning, leadTask } from '../lookups.ts'
import type { CaseClock, CaseState } from '../state.ts'
import type { Draft } from './draft.ts'
import { isWithinReply, issueOrder } from './orders.ts'

/**
 * The expert who is told that a promised or legal date has passed hears a new one (domain.md section 3,
 * hotline practice): the legal date where it still lies ahead, else the reply limit of an order that the
 * window has got, else that of an urging order which it gets now. An item may rule otherwise (`new-date`).
 */
export function promiseNewDates(draft: Draft): void {
  const late = draft.events.some((event) => event.type === 'ClockExpired' && owesNewDate(draft.state, event.data.clockId))
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

function owesNewDate(state: CaseState, clockId: string): boolean {
  const clock = state.clocks[clockId]
  if (clock === undefined || !isRunning(clock) || clock.expiredAt === null) return false
  return (clock.kind === 'promised' || clock.kind === 'legal') && effectOf(state.start.item, clock.kind) === 'new-date'
}

function liesAhead(clock: CaseClock | null, at: Instant): boolean {
  return clock?.dueAt != null && clock.dueAt > at
}
