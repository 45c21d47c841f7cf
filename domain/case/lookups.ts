import type { ClockKind } from '../clocks/types.ts'
import type { Stage } from '../routing/item.ts'
import type { Station, Window } from '../routing/directory.ts'
import type { CaseClock, CasePause, CaseState, ClockScope, ExtensionRequest, Question, Task, TaskStatus } from './state.ts'

const OPEN: ReadonlySet<TaskStatus> = new Set(['dispatched', 'signed', 'claimed', 'waiting'])

/** Whether somebody still has to act on the task. */
export function isOpen(task: Task): boolean {
  return OPEN.has(task.status)
}

export function isWaiting(task: Task): boolean {
  return task.status === 'waiting'
}

/** A clock that has been started and not stopped; it may be paused or past its date. */
export function isRunning(clock: CaseClock): boolean {
  return clock.stoppedAt === null
}

export function isPaused(clock: CaseClock): boolean {
  return isRunning(clock) && clock.dueAt === null
}

export function openTasks(state: CaseState): readonly Task[] {
  return Object.values(state.tasks).filter(isOpen)
}

/** The open lead task; null between returns and arbitration, and after the close. */
export function leadTask(state: CaseState): Task | null {
  return openTasks(state).find((task) => task.role === 'lead') ?? null
}

export function openCoTasks(state: CaseState): readonly Task[] {
  return openTasks(state).filter((task) => task.role === 'co-handler')
}

export function runningClocks(state: CaseState): readonly CaseClock[] {
  return Object.values(state.clocks).filter(isRunning)
}

/** The running clock of a kind within a scope, or null. */
export function clockOf(state: CaseState, kind: ClockKind, scope: ClockScope['kind'], id: string): CaseClock | null {
  return runningClocks(state).find((clock) => clock.kind === kind && clock.scope.kind === scope && clock.scope.id === id) ?? null
}

/** The running clock of the whole case of that kind, or null. */
export function caseClock(state: CaseState, kind: 'acceptance' | 'legal' | 'promised' | 'cure' | 'aftercare'): CaseClock | null {
  return clockOf(state, kind, 'case', state.start.caseId)
}

/** The pauses that hold a task now, the one that began first leading; each has a reason of its own. */
export function openPauses(state: CaseState, taskId: string): readonly CasePause[] {
  return Object.values(state.pauses).filter((pause) => pause.taskId === taskId && pause.endedAt === null)
}

/** The pause that holds a task, of several the one that began first: the time is its. */
export function openPause(state: CaseState, taskId: string): CasePause | null {
  return openPauses(state, taskId)[0] ?? null
}

export function pendingExtension(state: CaseState): ExtensionRequest | null {
  return Object.values(state.extensions).find((request) => request.decision === null) ?? null
}

/** The question that awaits the expert's answer, or null. A question lapses with its pause. */
export function openQuestion(state: CaseState): Question | null {
  return (
    Object.values(state.questions).find((question) => question.answeredAt === null && state.pauses[question.pauseId]?.endedAt === null) ??
    null
  )
}

/** What a record holds under an id that a caller named; null for a word that every object knows, such as "constructor". */
export function named<V>(record: Readonly<Record<string, V>>, id: string | undefined): V | null {
  return id !== undefined && Object.hasOwn(record, id) ? (record[id] ?? null) : null
}

/** The stage of that code. Throws when the frozen item has none, which the loader excludes. */
export function stageOf(state: CaseState, code: string): Stage {
  const stage = state.start.item.stages.find((candidate) => candidate.code === code)
  if (!stage) throw new Error(`item ${state.start.item.code} has no stage ${code}`)
  return stage
}

/** The expert's own station: the first of the chain. */
export function homeStation(state: CaseState): Station {
  const station = state.start.directory.stations[0]
  if (!station) throw new Error(`case ${state.start.caseId} has no station`)
  return station
}

export function windowOf(state: CaseState, code: string): Window | null {
  return state.start.directory.windows.find((window) => window.code === code) ?? null
}

/** The next id of a kind: a prefix and a number that counts within the case. */
export function nextId(prefix: string, taken: Readonly<Record<string, unknown>>): string {
  return `${prefix}${Object.keys(taken).length + 1}`
}

export function nextTaskId(state: CaseState): string {
  return `${state.start.caseId}-${nextId('t', state.tasks)}`
}
