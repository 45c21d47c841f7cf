import { CALLED_IN_LIMIT } from '../../routing/order-limits.ts'
import type { CommandOf } from '../command.ts'
import { openTasks, stageOf } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { stopClocksOf } from './clock-work.ts'
import { dispatchCoHandler } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { signAndClaim, taskIn } from './task-life.ts'

/** The lead window calls another in as co-handler (协办). */
export function decideRequestCoHandling(draft: Draft, { data, actor }: CommandOf<'RequestCoHandling'>): Refusal | undefined {
  if (openTasks(draft.state).some((task) => task.window === data.window.code)) return refuse('already-co-handling', { field: 'window' })
  const lead = taskIn(draft, data.taskId)
  signAndClaim(draft, lead.id, actor)
  const limit = stageOf(draft.state, lead.stage).coHandlers[0]?.limit ?? CALLED_IN_LIMIT
  const coTaskId = dispatchCoHandler(draft, {
    stage: lead.stage,
    window: data.window,
    resolved: 'named',
    limit,
    conditions: {},
    note: data.note,
  })
  draft.emit('CoHandlingRequested', { taskId: lead.id, coTaskId, window: data.window.code, note: data.note })
  return undefined
}

export function decideConsent(draft: Draft, { data, actor }: CommandOf<'GiveConsent'>): undefined {
  signAndClaim(draft, data.taskId, actor)
  draft.emit('ConsentGiven', { taskId: data.taskId, tacit: false, note: data.note })
  stopClocksOf(draft, 'task', data.taskId, 'answered')
}

/** A "no" without reasons is a consent (domain.md section 3), so it is refused as an objection. */
export function decideObjection(draft: Draft, { data, actor }: CommandOf<'RaiseObjection'>): Refusal | undefined {
  if (data.reasons === null) return refuse('reasons-missing', { field: 'reasons' })
  signAndClaim(draft, data.taskId, actor)
  draft.emit('ObjectionRaised', { taskId: data.taskId, reasons: data.reasons })
  stopClocksOf(draft, 'task', data.taskId, 'answered')
  return undefined
}

/** Silence past the limit is consent, marked as such; liability stays with the co-handler. */
export function consentBySilence(draft: Draft, taskId: string): void {
  draft.emit('ConsentGiven', { taskId, tacit: true, note: null })
  stopClocksOf(draft, 'task', taskId, 'expired')
}
