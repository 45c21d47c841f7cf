import { dueAt } from '../../clocks/due.ts'
import { stopsClock } from '../../clocks/pause-reasons.ts'
import type { Amount, Calendar, ClockKind, Extension, Instant, Pause } from '../../clocks/types.ts'
import { changedFacts } from '../apply/clock-reducers.ts'
import type { ClockChange } from '../event.ts'
import { homeStation, nextId, runningClocks } from '../lookups.ts'
import type { CaseClock, CaseState, ClockScope, ClockStop } from '../state.ts'
import type { Draft } from './draft.ts'
import { armRungs, standingCard } from './arm-rungs.ts'

/** What a new clock is; its calendar is pinned when it starts. */
export interface NewClock {
  readonly kind: ClockKind
  readonly scope: ClockScope
  readonly budget: Amount
  readonly startedAt: Instant
  /** Answerable window, null for the expert's own clocks. */
  readonly window: string | null
  /** What has been granted already; none unless told. */
  readonly extensions?: readonly Extension[]
  /** Calendar id; one the case does not know falls back to that of the expert's station. */
  readonly calendar: string
}

/** Clocks that run for the expert end at 24:00, office clocks at close of business (design 6). */
const ENDS_AT_MIDNIGHT: ReadonlySet<ClockKind> = new Set(['cure', 'answer'])

/**
 * Starts a clock with its rungs armed. A clock of the whole case that counts from an earlier instant
 * (deemed acceptance) takes in the pauses since then. Returns its id.
 */
export function startClock(draft: Draft, wanted: NewClock): string {
  const calendarId = wanted.calendar in draft.state.start.calendars ? wanted.calendar : homeStation(draft.state).calendar
  const calendar = calendarOf(draft.state, calendarId)
  const facts = {
    budget: wanted.budget,
    startedAt: wanted.startedAt,
    pauses: pausesSince(draft.state, wanted),
    extensions: wanted.extensions ?? [],
    endsAt: ENDS_AT_MIDNIGHT.has(wanted.kind) ? 'midnight' : 'close',
  } as const
  const due = dueAt(facts, calendar)
  const id = nextId('c', draft.state.clocks)
  draft.emit('ClockStarted', {
    clock: {
      id,
      kind: wanted.kind,
      scope: wanted.scope,
      window: wanted.window,
      calendar: calendarId,
      facts,
      dueAt: due.at,
      provisional: due.provisional,
      stoppedAt: null,
      stoppedBecause: null,
      expiredAt: null,
      card: null,
      rungs: armRungs({
        ladder: draft.state.start.item.ladder,
        kind: wanted.kind,
        facts,
        calendar,
        due: due.at,
        before: [],
        now: draft.at,
      }),
    },
  })
  return id
}

/** Moves a running clock by one fact: due instant, rungs and card follow. */
export function moveClock(draft: Draft, clockId: string, change: ClockChange): void {
  const clock = draft.state.clocks[clockId]
  if (!clock) throw new Error(`no clock ${clockId}`)
  draft.emit('ClockMoved', { clockId, change, dueBefore: clock.dueAt, ...projected(draft, clock, change) })
  withdrawOutdatedCard(draft, clockId)
}

/** Whether a change shifts a date of the clock: its due instant, how sure it is, or when or whether one of its rungs fires. */
export function movesClock(draft: Draft, clock: CaseClock, change: ClockChange): boolean {
  const after = projected(draft, clock, change)
  return (
    after.dueAt !== clock.dueAt ||
    after.provisional !== clock.provisional ||
    after.rungs.some((rung) => {
      const present = clock.rungs.find((each) => each.code === rung.code)
      return rung.at !== present?.at || rung.state !== present.state
    })
  )
}

function projected(draft: Draft, clock: CaseClock, change: ClockChange): Pick<CaseClock, 'dueAt' | 'provisional' | 'rungs'> {
  const facts = changedFacts(clock.facts, change, draft.at)
  const calendar = calendarOf(draft.state, clock.calendar)
  const due = dueAt(facts, calendar)
  const rungs = armRungs({
    ladder: draft.state.start.item.ladder,
    kind: clock.kind,
    facts,
    calendar,
    due: due.at,
    before: clock.rungs,
    now: draft.at,
  })
  return { dueAt: due.at, provisional: due.provisional, rungs }
}

/** A card stands only while a fired rung that shows it is still past; a date moved ahead takes it back. */
function withdrawOutdatedCard(draft: Draft, clockId: string): void {
  const clock = draft.state.clocks[clockId]
  if (!clock || clock.card === null || clock.dueAt === null) return
  const left = standingCard(draft.state, clock)
  if (left !== clock.card) draft.emit('CardWithdrawn', { clockId, colour: clock.card, left })
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

function pausesSince(state: CaseState, wanted: NewClock): readonly Pause[] {
  if (wanted.scope.kind !== 'case') return []
  return Object.values(state.pauses)
    .filter((pause) => stopsClock(pause.reason, wanted.kind) && (pause.endedAt === null || pause.endedAt > wanted.startedAt))
    .map((pause) => ({ id: pause.id, from: pause.from, to: pause.endedAt, reason: pause.reason }))
}
