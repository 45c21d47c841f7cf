import { openPause, openTasks, runningClocks } from './lookups.ts'
import type { CaseState } from './state.ts'

/** What must hold of every open appeal and can be seen from its state alone (design 4). */
export const INVARIANTS = ['one-accountable-window', 'one-lead-or-arbitration', 'clock-or-bounded-pause'] as const
export type Invariant = (typeof INVARIANTS)[number]

/** The invariants that a state breaks; none in any state that the rules lead to. */
export function brokenInvariants(state: CaseState): readonly Invariant[] {
  if (state.status !== 'open') return []
  const leads = openTasks(state).filter((task) => task.role === 'lead')
  const isTimed = runningClocks(state).some((clock) => clock.dueAt !== null)
  const isHeld = leads.some((task) => Number.isFinite(openPause(state, task.id)?.until))
  const holds: Readonly<Record<Invariant, boolean>> = {
    'one-accountable-window': state.accountableWindow !== null,
    'one-lead-or-arbitration': leads.length === (state.arbitration === null ? 1 : 0),
    'clock-or-bounded-pause': isTimed || isHeld,
  }
  return INVARIANTS.filter((invariant) => !holds[invariant])
}
