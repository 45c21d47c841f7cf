import type { ClockKind, Instant } from '../clocks/types.ts'
import type { Limit } from '../routing/item.ts'
import { isOpen, isRunning, leadTask } from './lookups.ts'
import { awaitingAcceptance, type Standing, standingOf } from './standing.ts'
import type { CaseClock, CaseState, Task } from './state.ts'

/** The three limits that every answer and mail about an appeal tells; null where the matter has none or none is at work. */
export interface Dues {
  readonly legal: Standing | null
  readonly promised: Standing | null
  /** Of the stage that the appeal is in, once closed of its last one; of a task its own: that of the stage, or of its co-handling. */
  readonly stage: Standing | null
}

/** The limits of an appeal at an instant. After the close they tell how each ended. */
export function duesOf(state: CaseState, at: Instant): Dues {
  const lead = leadTask(state)
  const task = lead ?? (state.closed === null ? null : lastLead(state))
  return { ...wholeDues(state, at), stage: task === null ? null : taskDue(state, task, at) }
}

/** The limits that a task is held to: its own, and those of the whole appeal. */
export function taskDues(state: CaseState, task: Task, at: Instant): Dues {
  return { ...wholeDues(state, at), stage: taskDue(state, task, at) }
}

function wholeDues(state: CaseState, at: Instant): Omit<Dues, 'stage'> {
  const { limits } = state.start.item
  return {
    legal: wholeDue(state, 'legal', limits.legal, at),
    promised: wholeDue(state, 'promised', limits.promised[state.start.expert.tier], at),
  }
}

function wholeDue(state: CaseState, kind: 'legal' | 'promised', limit: Limit | null, at: Instant): Standing | null {
  const clock = latest(state, (each) => each.kind === kind && each.scope.kind === 'case')
  if (clock !== null) return standingOf(state, clock, at)
  return limit === null || state.closed !== null ? null : awaitingAcceptance(kind, limit)
}

const OF_TASK: ReadonlySet<ClockKind> = new Set(['stage', 'co-handling'])

function taskDue(state: CaseState, task: Task, at: Instant): Standing | null {
  const clock = latest(state, (each) => OF_TASK.has(each.kind) && each.scope.kind === 'task' && each.scope.id === task.id)
  return clock === null ? null : standingOf(state, clock, at)
}

/** The one that runs, else the last that ran. */
function latest(state: CaseState, wanted: (clock: CaseClock) => boolean): CaseClock | null {
  const found = Object.values(state.clocks).filter(wanted)
  return found.find(isRunning) ?? found.at(-1) ?? null
}

/** The lead task that ended last, of a closed appeal. */
function lastLead(state: CaseState): Task | null {
  return (
    Object.values(state.tasks)
      .filter((task) => task.role === 'lead' && !isOpen(task))
      .at(-1) ?? null
  )
}
