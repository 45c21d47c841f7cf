import type { Amount } from '../../clocks/types.ts'
import { ORDER_REPLY_LIMITS } from '../../routing/order-limits.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { homeStation, leadTask, nextId, runningClocks, windowOf } from '../lookups.ts'
import type { CommandOf } from '../command.ts'
import type { Order, TextRef } from '../state.ts'
import { startClock } from './clock-work.ts'
import type { Draft } from './draft.ts'

/** An order (催办 or 督办) to a window, with a reply clock of its own. */
export function issueOrder(
  draft: Draft,
  order: {
    order: 'urge' | 'supervise'
    because: Order['because']
    window: string
    taskId: string | null
    rung: string | null
    note: TextRef | null
    replyLimit: Amount
  },
): void {
  const orderId = nextId('o', draft.state.orders)
  draft.emit('OrderIssued', {
    orderId,
    order: order.order,
    because: order.because,
    taskId: order.taskId,
    window: order.window,
    rung: order.rung,
    note: order.note,
  })
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
  if (isWithinReply(draft, task.window, data.order)) return refuse('order-open', { field: 'order' })
  issueOrder(draft, {
    order: data.order,
    because: 'ordered',
    window: task.window,
    taskId: task.id,
    rung: null,
    note: data.note,
    replyLimit: ORDER_REPLY_LIMITS[data.order],
  })
  return undefined
}

/** Whether the window still has time to answer an order, of that kind or of any. */
export function isWithinReply(draft: Draft, window: string, kind: Order['kind'] | 'any'): boolean {
  return runningClocks(draft.state).some((clock) => {
    const order = clock.scope.kind === 'order' ? draft.state.orders[clock.scope.id] : undefined
    return order?.window === window && (kind === 'any' || order.kind === kind) && clock.dueAt !== null && clock.dueAt > draft.at
  })
}

/** The expert urges: the window that holds the lead task, else the accountable one, owes an answer. */
export function decideUrge(draft: Draft, { data: { note } }: CommandOf<'UrgeAppeal'>): undefined {
  const task = leadTask(draft.state)
  const window = task?.window ?? draft.state.accountableWindow
  if (window === null) throw new Error(`open case ${draft.state.start.caseId} has no accountable window`)
  draft.emit('AppealUrged', { window, note })
  issueOrder(draft, {
    order: 'urge',
    because: 'urged',
    window,
    taskId: task?.id ?? null,
    rung: null,
    note,
    replyLimit: ORDER_REPLY_LIMITS.urge,
  })
}
