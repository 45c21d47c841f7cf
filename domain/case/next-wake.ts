import type { Instant } from '../clocks/types.ts'
import { clockOf, isRunning } from './lookups.ts'
import type { CaseState } from './state.ts'

/** Something that happens by the passing of time alone. */
export type DueThing =
  | { readonly kind: 'expiry'; readonly at: Instant; readonly clockId: string }
  | { readonly kind: 'pause-end'; readonly at: Instant; readonly pauseId: string }
  | { readonly kind: 'rung'; readonly at: Instant; readonly clockId: string; readonly code: string }

/** At one instant dates expire first, then pauses end, then rungs fire. */
const ORDER: Readonly<Record<DueThing['kind'], number>> = { expiry: 0, 'pause-end': 1, rung: 2 }

/** The next thing that is due by time, or null. Ties are settled by kind, then by the order of the case. */
export function nextDue(state: CaseState): DueThing | null {
  let next: DueThing | null = null
  for (const thing of dueThings(state)) {
    if (next === null || thing.at < next.at || (thing.at === next.at && ORDER[thing.kind] < ORDER[next.kind])) next = thing
  }
  return next
}

/** The instant the case must be woken at; null once it has ended. */
export function nextWake(state: CaseState): Instant | null {
  return nextDue(state)?.at ?? null
}

function* dueThings(state: CaseState): Generator<DueThing> {
  if (state.status === 'ended') return
  for (const clock of Object.values(state.clocks)) {
    if (!isRunning(clock) || clock.dueAt === null) continue
    if (clock.expiredAt === null) yield { kind: 'expiry', at: clock.dueAt, clockId: clock.id }
    for (const rung of clock.rungs) {
      if (rung.state === 'armed' && rung.at !== null) yield { kind: 'rung', at: rung.at, clockId: clock.id, code: rung.code }
    }
  }
  for (const pause of Object.values(state.pauses)) {
    if (pause.endedAt === null && !endsByClock(state, pause.id)) yield { kind: 'pause-end', at: pause.until, pauseId: pause.id }
  }
}

/** A pause that waits for the expert ends with the expert's own clock, not by its bound. */
function endsByClock(state: CaseState, pauseId: string): boolean {
  return clockOf(state, 'cure', 'pause', pauseId) !== null || clockOf(state, 'answer', 'pause', pauseId) !== null
}
