import { pendingExtension } from '../lookups.ts'
import type { ClockStop } from '../state.ts'
import { stopClocksOf } from './clock-work.ts'
import type { Draft } from './draft.ts'

/** What ends with a task: its clocks, and the extension that was asked for it and not decided. */
export function endTask(draft: Draft, taskId: string, because: ClockStop): void {
  stopClocksOf(draft, 'task', taskId, because)
  const request = pendingExtension(draft.state)
  if (request?.taskId !== taskId) return
  draft.emit('ExtensionDecided', { requestId: request.id, granted: false, amount: request.amount, note: null, because: 'task-ended' })
  stopClocksOf(draft, 'extension-request', request.id, 'superseded')
}
