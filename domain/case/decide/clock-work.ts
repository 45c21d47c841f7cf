import { dueAt } from '../../clocks/due.ts'
import type { Amount, Calendar, ClockKind, Instant } from '../../clocks/types.ts'
import { changedFacts } from '../apply/clock-reducers.ts'
import type { ClockChange } from '../event.ts'
import { homeStation, nextId, runningClocks } from '../lookups.ts'
import type { CaseClock, CaseState, ClockScope, ClockStop } from '../state.ts'
import type { Draft } from './draft.ts'
import { armRungs, settlePastRungs, withdrawOutdatedCard } from './rungs.ts'

/** What a new clock is; its calendar is pinned when it starts. */
export interface NewClock {
  readonly kind: ClockKind
  readonly scope: ClockScope
  readonly budget: Amount
  readonly startedAt: Instant
  /** Answerable window, null for the expert's own clocks. */
  readonly window: string | null
  /** Calendar id; one the case does not know falls back to that of the expert's station. */
  readonly calendar: string
}

/** Clocks that run for the expert end at 24:00, office clocks at close of business (design 6). */
const ENDS_AT_MIDNIGHT: ReadonlySet<ClockKind> = new Set(['cure', 'answer'])

/** Starts a clock with its rungs armed; rungs already past are settled at once. Returns its id. */
export function startClock(draft: Draft, wanted: NewClock): string {
  const calendarId = wanted.calendar in draft.state.start.calendars ? wanted.calendar : homeStation(draft.state).calendar
  const calendar = calendarOf(draft.state, calendarId)
  const facts = { budget: wanted.budget, startedAt: wanted.startedAt, pauses: [], extensions: [], endsAt: ENDS_AT_MIDNIGHT.has(wanted.kind) ? 'midnight' : 'close' } as const
  const due = dueAt(facts, calendar)
  const id = nextId('c', draft.state.clocks)
  draft.emit('ClockStarted', {
    clock: {
      id, kind: wanted.kind, scope: wanted.scope, window: wanted.window, calendar: calendarId, facts,
      dueAt: due.at, provisional: due.provisional, stoppedAt: null, stoppedBecause: null, expiredAt: null, card: null,
      rungs: armRungs({ ladder: draft.state.start.item.ladder, kind: wanted.kind, facts, calendar, due: due.at, before: [], now: draft.at }),
    },
  })
  settlePastRungs(draft, id)
  return id
}

/** Moves a running clock by one fact: due instant, rungs and card follow. */
export function moveClock(draft: Draft, clockId: string, change: ClockChange): void {
  const clock = draft.state.clocks[clockId]
  if (!clock) throw new Error(`no clock ${clockId}`)
  const facts = changedFacts(clock.facts, change, draft.at)
  const calendar = calendarOf(draft.state, clock.calendar)
  const due = dueAt(facts, calendar)
  const rungs = armRungs({ ladder: draft.state.start.item.ladder, kind: clock.kind, facts, calendar, due: due.at, before: clock.rungs, now: draft.at })
  draft.emit('ClockMoved', { clockId, change, dueBefore: clock.dueAt, dueAt: due.at, provisional: due.provisional, rungs })
  withdrawOutdatedCard(draft, clockId)
  settlePastRungs(draft, clockId)
}

export function stopClock(draft: Draft, clock: CaseClock | null, because: ClockStop): void {
  if (clock !== null) draft.emit('ClockStopped', { clockId: clock.id, because })
}

/** Stops every running clock of one scope. */
export function stopClocksOf(draft: Draft, scope: ClockScope['kind'], id: string, because: ClockStop): void {
  for (const clock of runningClocks(draft.state)) {
    if (clock.scope.kind === scope && clock.scope.id === id) stopClock(draft, clock, because)
  }
}

/** The calendar of that id. Throws for an unknown one, which the start of the case excludes. */
export function calendarOf(state: CaseState, id: string): Calendar {
  const calendar = state.start.calendars[id]
  if (!calendar) throw new Error(`case ${state.start.caseId} carries no calendar ${id}`)
  return calendar
}
