import type { CaseEvent, EventOf, EventType } from '../event.ts'
import type { CaseStart, CaseState } from '../state.ts'
import { initialState } from '../state.ts'
import { CASE_REDUCERS } from './case-reducers.ts'
import { CLOCK_REDUCERS } from './clock-reducers.ts'
import { PAUSE_REDUCERS } from './pause-reducers.ts'
import { TASK_REDUCERS } from './task-reducers.ts'
import type { Reducers } from './reducer.ts'

const REDUCERS: Reducers<EventType> = { ...CASE_REDUCERS, ...TASK_REDUCERS, ...PAUSE_REDUCERS, ...CLOCK_REDUCERS }

/** How many command ids a case remembers; more than a client can have in flight. */
const HANDLED_KEPT = 64

/**
 * The state after one event. Pure; never refuses: an event is a fact.
 * Throws on a gap in `seq`, which is a bug of the caller.
 */
export function apply(state: CaseState, event: CaseEvent): CaseState {
  if (event.seq !== state.seq + 1) {
    throw new Error(`event ${event.seq} of case ${state.start.caseId} does not follow ${state.seq}`)
  }
  const next = reduce(state, event)
  return { ...next, seq: event.seq, at: event.at, handled: remember(state.handled, event.commandId) }
}

/** The state that the events give over their start, oldest first. */
export function fold(start: CaseStart, events: readonly CaseEvent[]): CaseState {
  return events.reduce(apply, initialState(start))
}

function reduce<T extends EventType>(state: CaseState, event: EventOf<T>): CaseState {
  return REDUCERS[event.type](state, event)
}

function remember(handled: readonly string[], commandId: string): readonly string[] {
  if (handled[handled.length - 1] === commandId) return handled
  return [...handled, commandId].slice(-HANDLED_KEPT)
}
