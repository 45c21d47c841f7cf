import type { EventOf, EventType } from '../event.ts'
import type { CaseClock, CasePause, CaseState, Task } from '../state.ts'

/** One function an event type: the state after it. */
export type Reducers<T extends EventType> = { readonly [K in T]: (state: CaseState, event: EventOf<K>) => CaseState }

/** The state with one task changed; a command on a task raises its version. Throws for an unknown id (a bug). */
export function withTask(state: CaseState, taskId: string, change: (task: Task) => Partial<Task>): CaseState {
  const task = state.tasks[taskId]
  if (!task) throw new Error(`case ${state.start.caseId} has no task ${taskId}`)
  return { ...state, tasks: { ...state.tasks, [taskId]: { ...task, version: task.version + 1, ...change(task) } } }
}

/** The state with one clock changed. Throws for an unknown id (a bug). */
export function withClock(state: CaseState, clockId: string, change: (clock: CaseClock) => Partial<CaseClock>): CaseState {
  const clock = state.clocks[clockId]
  if (!clock) throw new Error(`case ${state.start.caseId} has no clock ${clockId}`)
  return { ...state, clocks: { ...state.clocks, [clockId]: { ...clock, ...change(clock) } } }
}

/** The state with one pause changed. Throws for an unknown id (a bug). */
export function withPause(state: CaseState, pauseId: string, change: Partial<CasePause>): CaseState {
  const pause = state.pauses[pauseId]
  if (!pause) throw new Error(`case ${state.start.caseId} has no pause ${pauseId}`)
  return { ...state, pauses: { ...state.pauses, [pauseId]: { ...pause, ...change } } }
}

/** Every value of a record changed by one function. */
export function mapRecord<V>(record: Readonly<Record<string, V>>, change: (value: V) => V): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
