import type { Amount } from '../../clocks/types.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { homeStation, nextId, windowOf } from '../lookups.ts'
import type { CommandOf } from '../command.ts'
import type { TextRef } from '../state.ts'
import { startClock, stopClocksOf } from './clock-work.ts'
import type { Draft } from './draft.ts'

/** Within which a window answers an order, where the ladder names no limit of its own. */
export const ORDER_REPLY_LIMITS: Readonly<Record<'urge' | 'supervise', Amount>> = {
  urge: { amount: 1, unit: 'working-days' },
  supervise: { amount: 2, unit: 'working-days' },
}

/** A bad rating is set right within 5 working days (domain.md section 3). */
export const BAD_RATING_LIMIT: Amount = { amount: 5, unit: 'working-days' }

/** An order (催办 or 督办) to a window, with a reply clock of its own. */
export function issueOrder(
  draft: Draft,
  order: { order: 'urge' | 'supervise'; window: string; taskId: string | null; rung: string | null; note: TextRef | null; replyLimit: Amount },
): void {
  const orderId = nextId('o', draft.state.orders)
  draft.emit('OrderIssued', { orderId, order: order.order, taskId: order.taskId, window: order.window, rung: order.rung, note: order.note })
  startClock(draft, {
    kind: 'order-reply',
    scope: { kind: 'order', id: orderId },
    budget: order.replyLimit,
    startedAt: draft.at,
    window: order.window,
    calendar: windowOf(draft.state, order.window)?.calendar ?? homeStation(draft.state).calendar,
  })
}

export function decideIssueOrder(draft: Draft, { data }: CommandOf<'IssueOrder'>): Refusal | undefined {
  const task = draft.state.tasks[data.taskId]
  if (!task) return refuse('unknown-task')
  issueOrder(draft, { order: data.order, window: task.window, taskId: task.id, rung: null, note: data.note, replyLimit: ORDER_REPLY_LIMITS[data.order] })
  return undefined
}

export function decideAnswerOrder(draft: Draft, { data }: CommandOf<'AnswerOrder'>): undefined {
  draft.emit('OrderAnswered', { orderId: data.orderId, answer: data.answer })
  stopClocksOf(draft, 'order', data.orderId, 'answered')
}

/** The expert urges: the window that holds the lead task, else the accountable one, owes an answer. */
export function decideUrge(draft: Draft, window: string, note: TextRef | null, taskId: string | null): void {
  draft.emit('AppealUrged', { window, note })
  issueOrder(draft, { order: 'urge', window, taskId, rung: null, note, replyLimit: ORDER_REPLY_LIMITS.urge })
}
