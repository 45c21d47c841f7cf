import type { CloseResult } from '../../routing/item.ts'
import { CLOSE_RESULTS } from '../../routing/item.ts'
import { BAD_RATING_LIMIT } from '../../routing/order-limits.ts'
import type { CommandOf } from '../command.ts'
import type { EventData } from '../event.ts'
import { caseClock, homeStation, leadTask } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { refusesWithReason } from '../wanted-papers.ts'
import { startCaseFile } from './acceptance.ts'
import { startClock, stopClock, stopClocksOf } from './clock-work.ts'
import { cancelOpenTasks, enterStage } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { issueOrder } from './orders.ts'

/** Closing leads into aftercare with a bounded clock; only its end ends the workflow (design 4). */
export function closeCase(draft: Draft, close: EventData['AppealClosed']): void {
  cancelOpenTasks(draft, 'case-closed')
  draft.emit('AppealClosed', close)
  startAftercare(draft)
}

/** Starts the bounded clock of aftercare where none runs. */
export function startAftercare(draft: Draft): void {
  if (draft.state.status !== 'aftercare' || caseClock(draft.state, 'aftercare') !== null) return
  startClock(draft, {
    kind: 'aftercare',
    scope: { kind: 'case', id: draft.state.start.caseId },
    budget: draft.state.start.item.limits.aftercare,
    startedAt: draft.at,
    window: draft.state.accountableWindow,
    calendar: homeStation(draft.state).calendar,
  })
}

export function decideWithdraw(draft: Draft, { data }: CommandOf<'WithdrawAppeal'>): undefined {
  closeCase(draft, { result: 'withdrawn', taskId: null, because: 'withdrawn', officeInCharge: null, reply: data.reason })
}

export function decideCloseByOrder(draft: Draft, { data }: CommandOf<'CloseByOrder'>): Refusal | undefined {
  const result: CloseResult = data.result
  if (!CLOSE_RESULTS.includes(result)) return refuse('result-unknown', { field: 'result', params: { result: String(result) } })
  const unreasoned = result === 'not-accepted' ? refusesWithReason(draft.state, data, draft.at) : undefined
  if (unreasoned) return unreasoned
  if (result === 'not-accepted' && draft.state.accepted !== null) return refuse('already-accepted', { field: 'result' })
  closeCase(draft, {
    result,
    taskId: leadTask(draft.state)?.id ?? null,
    because: 'by-order',
    officeInCharge: data.officeInCharge,
    reply: data.reply,
  })
  return undefined
}

/**
 * A bad rating is called back and set right within 5 working days (domain.md section 3); aftercare
 * begins anew once the window has answered for it, or its limit has passed.
 */
export function decideRate(draft: Draft, { data }: CommandOf<'RateAppeal'>): Refusal | undefined {
  if (!Number.isInteger(data.score) || data.score < 1 || data.score > 5) return refuse('score-invalid', { field: 'score' })
  draft.emit('AppealRated', { score: data.score, note: data.note })
  const window = draft.state.accountableWindow
  if (data.score <= 2 && window !== null) {
    stopClock(draft, caseClock(draft.state, 'aftercare'), 'superseded')
    issueOrder(draft, {
      order: 'supervise',
      because: 'rating',
      window,
      taskId: null,
      rung: null,
      note: data.note,
      replyLimit: BAD_RATING_LIMIT,
    })
  }
  return undefined
}

/** The window answers an order; the answer to a bad rating begins aftercare anew. */
export function decideAnswerOrder(draft: Draft, { data }: CommandOf<'AnswerOrder'>): undefined {
  draft.emit('OrderAnswered', { orderId: data.orderId, answer: data.answer })
  stopClocksOf(draft, 'order', data.orderId, 'answered')
  startAftercare(draft)
}

export function decideCallBack(draft: Draft, { data }: CommandOf<'RecordCallBack'>): undefined {
  draft.emit('CallBackRecorded', { satisfied: data.satisfied, note: data.note })
}

/** Reopening enters the first stage again, with fresh limits from now. */
export function decideReopen(draft: Draft, { data }: CommandOf<'ReopenAppeal'>): undefined {
  draft.emit('AppealReopened', { reason: data.reason })
  startCaseFile(draft)
  enterStage(draft, draft.state.start.item.start, 'reopened', {})
}
