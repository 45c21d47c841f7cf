import { remaining, type Remaining } from '../clocks/spent.ts'
import { isPauseReason, type PauseReason } from '../clocks/pause-reasons.ts'
import type { Amount, Calendar, ClockKind, Instant } from '../clocks/types.ts'
import { verdict } from '../clocks/verdict.ts'
import type { Limit } from '../routing/item.ts'
import { isPaused, isRunning } from './lookups.ts'
import type { Colour } from './rows.ts'
import type { CaseClock, CaseState } from './state.ts'

/** `awaiting-acceptance`: the limit counts from an acceptance that has not been yet. */
export const STANDING_STATES = ['awaiting-acceptance', 'running', 'paused', 'expired', 'stopped'] as const
export type StandingState = (typeof STANDING_STATES)[number]

/** What holds a paused clock; `until` is the bound at which the pause ends by itself. */
export interface StandingPause {
  readonly reason: PauseReason
  readonly since: Instant
  readonly until: Instant | null
}

/** Where one limit stands at an instant: its date, what is left of it, and its colour. */
export interface Standing {
  readonly kind: ClockKind
  /** Null while the limit awaits the acceptance. */
  readonly clockId: string | null
  readonly state: StandingState
  /** Null while paused or awaiting acceptance. */
  readonly dueAt: Instant | null
  readonly provisional: boolean
  /** Of the budget; of a clock that stopped what was left then. Never below 0. */
  readonly remaining: Remaining | null
  /** Units begun since the due instant; null while there are none. */
  readonly overdueBy: Amount | null
  readonly colour: Colour
  readonly pause: StandingPause | null
  /** How it ended; null while it has not. */
  readonly stopped: { readonly at: Instant; readonly ranOut: boolean } | null
  /** In whose local time its instants are told; null where it has none yet. */
  readonly calendar: Calendar | null
}

/**
 * The colour of one clock at an instant: red with a red card, or once its time is over; yellow with a yellow
 * card; else green. Each step is judged by itself, also where the whole is in time (domain.md section 3). Of
 * a clock that has stopped: red where it ended late or its time ran out with nothing done, else green.
 */
export function colourAt(clock: CaseClock, at: Instant): Colour {
  if (clock.stoppedAt !== null) return ranOut(clock) || (clock.dueAt !== null && clock.stoppedAt > clock.dueAt) ? 'red' : 'green'
  if (clock.card === 'red' || clock.expiredAt !== null || (clock.dueAt !== null && at >= clock.dueAt)) return 'red'
  return clock.card === 'yellow' ? 'yellow' : 'green'
}

/** Where a clock of the case stands at an instant; of one that has stopped, where it stood then. */
export function standingOf(state: CaseState, clock: CaseClock, at: Instant): Standing {
  const calendar = state.start.calendars[clock.calendar]
  if (!calendar) throw new Error(`clock ${clock.id} of case ${state.start.caseId} has no calendar ${clock.calendar}`)
  return standingBy(state, clock, calendar, at)
}

/** The same by the calendar that is given: that of its stop, for a clock that stopped before the calendar changed. */
export function standingBy(state: CaseState, clock: CaseClock, calendar: Calendar, at: Instant): Standing {
  const asOf = Math.max(clock.stoppedAt ?? at, clock.facts.startedAt)
  const overdue = clock.dueAt !== null && asOf > clock.dueAt
  return {
    kind: clock.kind,
    clockId: clock.id,
    state: stateOf(clock, at),
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    remaining: remaining(clock.facts, calendar, asOf),
    overdueBy: overdue ? verdict(clock.facts, calendar, asOf).lateBy : null,
    colour: colourAt(clock, at),
    pause: pauseOf(state, clock),
    stopped: clock.stoppedAt === null ? null : { at: clock.stoppedAt, ranOut: ranOut(clock) },
    calendar,
  }
}

/** A limit that counts from the acceptance, before that. */
export function awaitingAcceptance(kind: 'legal' | 'promised', { amount, unit }: Limit): Standing {
  return {
    kind,
    clockId: null,
    state: 'awaiting-acceptance',
    dueAt: null,
    provisional: false,
    remaining: { amount, unit, exhausted: false },
    overdueBy: null,
    colour: 'green',
    pause: null,
    stopped: null,
    calendar: null,
  }
}

function ranOut(clock: CaseClock): boolean {
  return clock.stoppedBecause === 'expired'
}

function stateOf(clock: CaseClock, at: Instant): StandingState {
  if (!isRunning(clock)) return 'stopped'
  if (isPaused(clock)) return 'paused'
  return clock.dueAt !== null && at >= clock.dueAt ? 'expired' : 'running'
}

function pauseOf(state: CaseState, clock: CaseClock): StandingPause | null {
  if (!isPaused(clock)) return null
  const open = clock.facts.pauses.find((pause) => pause.to === null)
  if (!open || !isPauseReason(open.reason)) return null
  return { reason: open.reason, since: open.from, until: state.pauses[open.id]?.until ?? null }
}
