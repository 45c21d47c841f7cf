import type { CloseResult } from '../../routing/item.ts'
import { CLOSE_RESULTS } from '../../routing/item.ts'
import type { CommandOf } from '../command.ts'
import type { EventData } from '../event.ts'
import { homeStation, leadTask } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { startCaseClocks } from './acceptance.ts'
import { startClock } from './clock-work.ts'
import { cancelOpenTasks, enterStage } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { BAD_RATING_LIMIT, issueOrder } from './orders.ts'

/** Closing leads into aftercare with a bounded clock; only its end ends the workflow (design 4). */
export function closeCase(draft: Draft, close: EventData['AppealClosed']): void {
  cancelOpenTasks(draft, 'case-closed')
  draft.emit('AppealClosed', close)
  startClock(draft, {
    kind: 'aftercare', scope: { kind: 'case', id: draft.state.start.caseId }, budget: draft.state.start.item.limits.aftercare,
    startedAt: draft.at, window: draft.state.accountableWindow, calendar: homeStation(draft.state).calendar,
  })
}

export function decideWithdraw(draft: Draft, { data }: CommandOf<'WithdrawAppeal'>): undefined {
  closeCase(draft, { result: 'withdrawn', taskId: null, because: 'withdrawn', officeInCharge: null, reply: data.reason })
}

export function decideCloseByOrder(draft: Draft, { data }: CommandOf<'CloseByOrder'>): Refusal | undefined {
  const result: CloseResult = data.result
  if (!CLOSE_RESULTS.includes(result)) return refuse('result-unknown', { field: 'result', params: { result: String(result) } })
  if (result === 'not-accepted' && (data.officeInCharge ?? '').trim() === '') return refuse('office-in-charge-missing', { field: 'officeInCharge' })
  closeCase(draft, { result, taskId: leadTask(draft.state)?.id ?? null, because: 'by-order', officeInCharge: data.officeInCharge, reply: data.reply })
  return undefined
}

/** A bad rating is called back and set right within 5 working days (domain.md section 3). */
export function decideRate(draft: Draft, { data }: CommandOf<'RateAppeal'>): Refusal | undefined {
  if (!Number.isInteger(data.score) || data.score < 1 || data.score > 5) return refuse('score-invalid', { field: 'score' })
  draft.emit('AppealRated', { score: data.score, note: data.note })
  const window = draft.state.accountableWindow
  if (data.score <= 2 && window !== null) {
    issueOrder(draft, { order: 'supervise', window, taskId: null, rung: null, note: data.note, replyLimit: BAD_RATING_LIMIT })
  }
  return undefined
}

export function decideCallBack(draft: Draft, { data }: CommandOf<'RecordCallBack'>): undefined {
  draft.emit('CallBackRecorded', { satisfied: data.satisfied, note: data.note })
}

/** Reopening enters the first stage again; clocks that start at acceptance start now where the appeal was accepted. */
export function decideReopen(draft: Draft, { data }: CommandOf<'ReopenAppeal'>): undefined {
  draft.emit('AppealReopened', { reason: data.reason })
  startCaseClocks(draft, 'receipt', draft.at)
  if (draft.state.accepted !== null) startCaseClocks(draft, 'acceptance', draft.at)
  enterStage(draft, draft.state.start.item.start, 'reopened', {})
}
