import type { Amount } from '../../clocks/types.ts'
import type { CoHandlerSpec } from '../../routing/item.ts'
import type { Window } from '../../routing/directory.ts'
import { fallbackWindow, resolveWindow } from '../../routing/windows.ts'
import type { ConditionResults, EventData } from '../event.ts'
import { isWaiting, nextTaskId, openTasks, stageOf } from '../lookups.ts'
import type { DispatchReason, Task, TextRef } from '../state.ts'
import { startClock } from './clock-work.ts'
import { resultsOf } from './conditions.ts'
import type { Draft } from './draft.ts'
import { endTask } from './end-task.ts'

/** Enters a stage: what is still open of the one left is cancelled, its lead window and the co-handlers whose condition holds get their tasks. */
export function enterStage(draft: Draft, stageCode: string, because: DispatchReason, conditions: ConditionResults): void {
  cancelOpenTasks(draft, 'stage-left')
  const { directory } = draft.state.start
  const stage = stageOf(draft.state, stageCode)
  const visit = (draft.state.visits[stageCode] ?? 0) + 1
  draft.emit('StageEntered', { stage: stageCode, visit, from: draft.state.stage, conditions })
  const lead = resolveWindow(stage.window, directory)
  dispatchLead(draft, { stage: stageCode, window: lead.window, because, resolved: lead.how, note: null })
  for (const coHandler of stage.coHandlers) dispatchConditionally(draft, stageCode, coHandler)
}

/** Dispatches the lead task of a stage; sign and stage clocks start at dispatch (design 4). Returns its id. */
export function dispatchLead(
  draft: Draft,
  to: { stage: string; window: Window; because: DispatchReason; resolved: EventData['TaskDispatched']['resolved']; note: TextRef | null },
): string {
  const stage = stageOf(draft.state, to.stage)
  const taskId = emitDispatch(draft, { ...to, role: 'lead', conditions: {} })
  const scope = { kind: 'task', id: taskId } as const
  const window = to.window.code
  startClock(draft, { kind: 'sign', scope, budget: stage.signLimit, startedAt: draft.at, window, calendar: to.window.calendar })
  startClock(draft, { kind: 'stage', scope, budget: stage.workingLimit, startedAt: draft.at, window, calendar: to.window.calendar })
  return taskId
}

/** Dispatches a co-handling task; silence past its limit is consent, so only that clock runs. Returns its id. */
export function dispatchCoHandler(
  draft: Draft,
  to: {
    stage: string
    window: Window
    resolved: EventData['TaskDispatched']['resolved']
    limit: Amount
    conditions: ConditionResults
    note: TextRef | null
  },
): string {
  const taskId = emitDispatch(draft, { ...to, because: 'co-handling', role: 'co-handler' })
  startClock(draft, {
    kind: 'co-handling',
    scope: { kind: 'task', id: taskId },
    budget: to.limit,
    startedAt: draft.at,
    window: to.window.code,
    calendar: to.window.calendar,
  })
  return taskId
}

/** Moves a lead task to the fallback window of the expert's station; one that waits for somebody else stays. */
export function moveToFallback(draft: Draft, task: Task): void {
  const window = fallbackWindow(draft.state.start.directory)
  if (window.code === task.window || task.role !== 'lead' || isWaiting(task)) return
  draft.emit('TaskCancelled', { taskId: task.id, because: 'moved' })
  endTask(draft, task.id, 'superseded')
  dispatchLead(draft, { stage: task.stage, window, because: 'unclaimed', resolved: 'fallback', note: null })
}

/** Cancels what is still open of a stage that is left. */
export function cancelOpenTasks(draft: Draft, because: 'stage-left' | 'case-closed'): void {
  for (const task of openTasks(draft.state)) {
    draft.emit('TaskCancelled', { taskId: task.id, because })
    endTask(draft, task.id, 'superseded')
  }
}

function dispatchConditionally(draft: Draft, stage: string, spec: CoHandlerSpec): void {
  const conditions = resultsOf(draft.state, spec.when === undefined ? [] : [spec.when])
  if (spec.when !== undefined && conditions[spec.when] !== true) return
  const { window, how } = resolveWindow(spec.window, draft.state.start.directory)
  const busy = openTasks(draft.state).some((task) => task.window === window.code)
  if (!busy) dispatchCoHandler(draft, { stage, window, resolved: how, limit: spec.limit, conditions, note: null })
}

function emitDispatch(
  draft: Draft,
  to: Omit<EventData['TaskDispatched'], 'taskId' | 'window' | 'visit'> & { readonly window: Window },
): string {
  const taskId = nextTaskId(draft.state)
  draft.emit('TaskDispatched', {
    taskId,
    role: to.role,
    stage: to.stage,
    visit: draft.state.visits[to.stage] ?? 1,
    window: to.window.code,
    because: to.because,
    resolved: to.resolved,
    conditions: to.conditions,
    note: to.note,
  })
  return taskId
}
