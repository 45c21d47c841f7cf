import { isRunning, openPause, openTasks, runningClocks } from './lookups.ts'
import type { CaseClock, CaseState } from './state.ts'

/** What must hold of every appeal and can be seen from its state alone (design 4, 7); all but the last while it is open. */
export const INVARIANTS = [
  'one-accountable-window',
  'one-lead-or-arbitration',
  'clock-or-bounded-pause',
  'rungs-end-with-their-clock',
] as const
export type Invariant = (typeof INVARIANTS)[number]

/** The invariants that a state breaks; none in any state that the rules lead to. */
export function brokenInvariants(state: CaseState): readonly Invariant[] {
  const open = state.status === 'open'
  const leads = openTasks(state).filter((task) => task.role === 'lead')
  const isTimed = runningClocks(state).some((clock) => clock.dueAt !== null)
  const isHeld = leads.some((task) => Number.isFinite(openPause(state, task.id)?.until))
  const holds: Readonly<Record<Invariant, boolean>> = {
    'one-accountable-window': !open || state.accountableWindow !== null,
    'one-lead-or-arbitration': !open || leads.length === (state.arbitration === null ? 1 : 0),
    'clock-or-bounded-pause': !open || isTimed || isHeld,
    'rungs-end-with-their-clock': Object.values(state.clocks).every(rungsAreOver),
  }
  return INVARIANTS.filter((invariant) => !holds[invariant])
}

/** A clock that has stopped leaves no rung armed: each has fired or is cancelled with its reason, each running one waits for its date. */
function rungsAreOver(clock: CaseClock): boolean {
  return clock.rungs.every((rung) => (rung.state === 'armed' ? isRunning(clock) : rung.state === 'fired' || rung.because !== null))
}
