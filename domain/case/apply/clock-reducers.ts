import type { ClockFacts, Instant } from '../../clocks/types.ts'
import { assertNever } from '../../assert-never.ts'
import type { CaseClock, CaseRung, CaseState, ClockStop } from '../state.ts'
import type { ClockChange } from '../event.ts'
import { type Reducers, withClock, withPause } from './reducer.ts'

type ClockEventType = 'ClockStarted' | 'ClockMoved' | 'ClockStopped' | 'ClockExpired' | 'RungFired' | 'RungCancelled' | 'CardWithdrawn'

/** Events of clocks and their rungs. Due instants are facts in the events, never computed here. */
export const CLOCK_REDUCERS: Reducers<ClockEventType> = {
  ClockStarted: (state, { data }) => ({ ...state, clocks: { ...state.clocks, [data.clock.id]: data.clock } }),
  ClockMoved: (state, { at, data }) =>
    boundPause(
      withClock(state, data.clockId, (clock) => ({
        facts: changedFacts(clock.facts, data.change, at),
        dueAt: data.dueAt,
        provisional: data.provisional,
        rungs: data.rungs,
        expiredAt: data.dueAt !== null && data.dueAt > at ? null : clock.expiredAt,
      })),
      data.clockId,
    ),
  ClockStopped: (state, { at, data }) => withClock(state, data.clockId, (clock) => stopped(clock, at, data.because)),
  ClockExpired: (state, { at, data }) => withClock(state, data.clockId, () => ({ expiredAt: at })),
  RungFired: (state, { at, data }) =>
    withClock(state, data.clockId, (clock) => ({
      card: cardOf(clock, data.actions),
      rungs: clock.rungs.map(
        (rung): CaseRung =>
          rung.code === data.rung ? { ...rung, state: 'fired', because: null, firedAt: at, firedForDue: data.dueAt } : rung,
      ),
    })),
  RungCancelled: (state, { data }) =>
    withClock(state, data.clockId, (clock) => ({
      rungs: clock.rungs.map((rung): CaseRung => (rung.code === data.rung ? { ...rung, state: 'cancelled', because: data.because } : rung)),
    })),
  CardWithdrawn: (state, { data }) => withClock(state, data.clockId, () => ({ card: data.left })),
}

/** A pause that waits for the expert is bounded by the expert's own clock. */
function boundPause(state: CaseState, clockId: string): CaseState {
  const clock = state.clocks[clockId]
  return clock?.scope.kind === 'pause' && clock.dueAt !== null ? withPause(state, clock.scope.id, { until: clock.dueAt }) : state
}

/** A clock that runs no more; rungs still armed are cancelled with that reason. */
export function stopped(clock: CaseClock, at: Instant, because: ClockStop): CaseClock {
  return {
    ...clock,
    stoppedAt: at,
    stoppedBecause: because,
    rungs: clock.rungs.map((rung): CaseRung => (rung.state === 'armed' ? { ...rung, state: 'cancelled', because: 'clock-stopped' } : rung)),
  }
}

/** The ledger of a clock after one change (design 6: a budget and a ledger, never a bare date). */
export function changedFacts(facts: ClockFacts, change: ClockChange, at: Instant): ClockFacts {
  switch (change.kind) {
    case 'paused':
      return { ...facts, pauses: [...facts.pauses, { id: change.pauseId, from: at, to: null, reason: change.reason }] }
    case 'resumed':
      return { ...facts, pauses: facts.pauses.map((pause) => (pause.id === change.pauseId ? { ...pause, to: at } : pause)) }
    case 'extended':
      return { ...facts, extensions: [...facts.extensions, change.extension] }
    case 'calendar':
      return facts
    case 'limit':
      return { ...facts, budget: change.budget }
    default:
      return assertNever(change)
  }
}

function cardOf(clock: CaseClock, actions: readonly { readonly kind: string; readonly colour?: 'yellow' | 'red' }[]): CaseClock['card'] {
  const shown = actions.find((action) => action.kind === 'card')?.colour ?? null
  return clock.card === 'red' ? 'red' : (shown ?? clock.card)
}
