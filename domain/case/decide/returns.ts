import { dueAt } from '../../clocks/due.ts'
import { fallbackWindow } from '../../routing/windows.ts'
import type { CommandOf } from '../command.ts'
import { clockOf, homeStation, nextId, stageOf } from '../lookups.ts'
import { RETURN_REASONS } from '../reasons.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { calendarOf, startClock, stopClocksOf } from './clock-work.ts'
import { dispatchLead } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { endTask } from './end-task.ts'
import { taskIn } from './task-life.ts'

/** Within which the supervisor decides which window it is. */
const ARBITRATION_LIMIT = { amount: 1, unit: 'working-days' } as const

/**
 * A window returns the task as not its own (退单), with a reason from the list, within its limit
 * (hotline practice, domain.md section 3). The first return of a stage goes to the station's fallback
 * window, the second to arbitration. Returning is not signing: the window accountable before stays so.
 */
export function decideReturn(draft: Draft, { data }: CommandOf<'ReturnTask'>): Refusal | undefined {
  const task = taskIn(draft, data.taskId)
  if (!RETURN_REASONS.includes(data.reason)) return refuse('reason-unknown', { field: 'reason', params: { reason: String(data.reason) } })
  if (data.reason === 'cannot-be-reached' && data.evidence === null) return refuse('evidence-missing', { field: 'evidence' })
  if (draft.at > returnLimitOf(draft, task.id)) return refuse('return-too-late')
  draft.emit('TaskReturned', { taskId: task.id, reason: data.reason, note: data.note, evidence: data.evidence })
  endTask(draft, task.id, 'superseded')
  const fallback = fallbackWindow(draft.state.start.directory)
  if (draft.state.returns === 1 && fallback.code !== task.window) {
    dispatchLead(draft, { stage: task.stage, window: fallback, because: 'returned', resolved: 'fallback', note: null })
    return undefined
  }
  requestArbitration(draft, task.id, task.stage, task.visit)
  return undefined
}

/** The supervisor names the window; that window may not return the task again. */
export function decideArbitrate(draft: Draft, { data }: CommandOf<'Arbitrate'>): Refusal | undefined {
  const { arbitration } = draft.state
  if (arbitration === null) return refuse('no-arbitration')
  draft.emit('ArbitrationDecided', { arbitrationId: arbitration.id, window: data.window.code, note: data.note })
  stopClocksOf(draft, 'arbitration', arbitration.id, 'done')
  dispatchLead(draft, { stage: arbitration.stage, window: data.window, because: 'arbitrated', resolved: 'named', note: null })
  return undefined
}

function requestArbitration(draft: Draft, taskId: string, stage: string, visit: number): void {
  const arbitrationId = nextId(
    'a',
    Object.fromEntries(
      Object.values(draft.state.clocks)
        .filter((clock) => clock.scope.kind === 'arbitration')
        .map((clock) => [clock.scope.id, clock]),
    ),
  )
  draft.emit('ArbitrationRequested', { arbitrationId, taskId, stage, visit })
  startClock(draft, {
    kind: 'order-reply',
    scope: { kind: 'arbitration', id: arbitrationId },
    budget: ARBITRATION_LIMIT,
    startedAt: draft.at,
    window: null,
    calendar: homeStation(draft.state).calendar,
  })
}

/** The instant until which the task may be returned: the stage's return limit from its dispatch, by the calendar of its clocks. */
function returnLimitOf(draft: Draft, taskId: string): number {
  const task = taskIn(draft, taskId)
  const pinned = clockOf(draft.state, 'stage', 'task', taskId)?.calendar ?? homeStation(draft.state).calendar
  const calendar = calendarOf(draft.state, pinned)
  const budget = stageOf(draft.state, task.stage).returnLimit
  return dueAt({ budget, startedAt: task.dispatchedAt, pauses: [], extensions: [], endsAt: 'close' }, calendar).at ?? task.dispatchedAt
}
