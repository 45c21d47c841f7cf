import { leadTask } from './lookups.ts'
import type { CaseClock, CaseState, Task } from './state.ts'

/** The task a clock is about: its own, or the open lead task for clocks of the case, its pauses, orders and requests. */
export function taskOf(state: CaseState, clock: CaseClock): Task | null {
  return clock.scope.kind === 'task' ? (state.tasks[clock.scope.id] ?? null) : leadTask(state)
}
