import { isCovered, localDate, workingMinutesBetween } from '../clocks/calendar.ts'
import { type PauseReason, waitsFor } from '../clocks/pause-reasons.ts'
import type { Calendar, Instant } from '../clocks/types.ts'
import { apply } from './apply/apply.ts'
import type { CaseEvent } from './event.ts'
import { homeStation, leadTask, openPause } from './lookups.ts'
import { type CaseStart, type CaseState, initialState } from './state.ts'

export const HOLDER_KINDS = ['window', 'unsigned', 'expert', 'third-party', 'excluded-procedure', 'supervisor'] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

/**
 * Who an open appeal waits for: the window of its lead task, that window's signature (`unsigned`), the
 * expert, another office, a procedure of Administrative Licence Law art. 45, or the supervisor who
 * settles which window it is.
 */
export interface Holder {
  readonly kind: HolderKind
  /** Of `window` and `unsigned`; null else. */
  readonly window: string | null
}

/** A span `[from, to)` with one holder, in which neither task nor pause changes. */
export interface TimeSpan {
  readonly from: Instant
  readonly to: Instant
  readonly holder: Holder
  /** Lead task; null while the supervisor settles whose it is. */
  readonly taskId: string | null
  /** Why it was paused; null where it was not. */
  readonly reason: PauseReason | null
  /** Whole minutes of office hours. */
  readonly minutes: number
}

/** Whose the time of an appeal was. Minutes of office hours; spans and holders both add up to `totalMinutes`. */
export interface TimeLedger {
  /** By which all minutes are counted: the calendar of the expert's station, in its latest version by `asOf`. */
  readonly calendar: Calendar
  /** True where a day outside the years that the calendar covers was counted. */
  readonly provisional: boolean
  readonly totalMinutes: number
  /** The time the appeal was open: `[received, closed)`, and again from each reopening. */
  readonly periods: readonly { readonly from: Instant; readonly to: Instant; readonly minutes: number }[]
  /** In the order in which they first held the appeal. */
  readonly holders: readonly { readonly holder: Holder; readonly minutes: number }[]
  readonly spans: readonly TimeSpan[]
}

/**
 * The time ledger (invariant I5): from receipt until `asOf` or the close, and on from each reopening,
 * every instant belongs to exactly one holder. A task that nobody has signed for waits to be signed; a
 * paused one belongs to whom the pause waits for; arbitration to the supervisor; else the window of the
 * lead task has it. `events` are those of the case over `start`, from the first; later ones than `asOf`
 * are left out.
 */
export function timeLedger(start: CaseStart, events: readonly CaseEvent[], asOf: Instant): TimeLedger {
  const past = events.filter((event) => event.at <= asOf)
  const { held, state } = heldSpans(start, past, asOf)
  const calendar = stationCalendar(state)
  const counted = <S extends Span>(span: S): S & { readonly minutes: number } => ({
    ...span,
    minutes: workingMinutesBetween(calendar, span.from, span.to),
  })
  const spans = held.map(counted)
  const periods = openPeriods(past, asOf).map(counted)
  return {
    calendar,
    provisional: periods.some(({ from, to }) => [from, to].some((at) => !isCovered(calendar, localDate(calendar, at)))),
    totalMinutes: periods.reduce((sum, period) => sum + period.minutes, 0),
    periods,
    holders: byHolder(spans),
    spans,
  }
}

/** Who the appeal waits for in this state; null while it is not open. */
export function holderOf(state: CaseState): Pick<TimeSpan, 'holder' | 'taskId' | 'reason'> | null {
  if (state.status !== 'open') return null
  const task = leadTask(state)
  if (task === null) return { holder: { kind: 'supervisor', window: null }, taskId: null, reason: null }
  const pause = openPause(state, task.id)
  if (pause !== null) return { holder: { kind: waitsFor(pause.reason), window: null }, taskId: task.id, reason: pause.reason }
  return { holder: { kind: task.signedAt === null ? 'unsigned' : 'window', window: task.window }, taskId: task.id, reason: null }
}

interface Span {
  readonly from: Instant
  readonly to: Instant
}

type HeldSpan = Omit<TimeSpan, 'minutes'>

function heldSpans(
  start: CaseStart,
  events: readonly CaseEvent[],
  asOf: Instant,
): { readonly held: readonly HeldSpan[]; readonly state: CaseState } {
  const held: HeldSpan[] = []
  let state = initialState(start)
  for (const event of events) {
    lengthen(held, state, event.at)
    state = apply(state, event)
  }
  lengthen(held, state, asOf)
  return { held, state }
}

/** Gives the time from the state's instant until `to` to its holder. */
function lengthen(held: HeldSpan[], state: CaseState, to: Instant): void {
  const holder = holderOf(state)
  if (holder === null || to <= state.at) return
  const last = held.at(-1)
  if (
    last !== undefined &&
    last.to === state.at &&
    last.taskId === holder.taskId &&
    last.reason === holder.reason &&
    isSame(last.holder, holder.holder)
  ) {
    held[held.length - 1] = { ...last, to }
    return
  }
  held.push({ from: state.at, to, ...holder })
}

/** From receipt or reopening to the close, or to `asOf` while open. */
function openPeriods(events: readonly CaseEvent[], asOf: Instant): readonly Span[] {
  const periods: Span[] = []
  let since: Instant | null = null
  for (const event of events) {
    if (event.type === 'AppealReceived' || event.type === 'AppealReopened') since = event.at
    if (event.type !== 'AppealClosed' || since === null) continue
    periods.push({ from: since, to: event.at })
    since = null
  }
  const all = since === null ? periods : [...periods, { from: since, to: asOf }]
  return all.filter(({ from, to }) => from < to)
}

function byHolder(spans: readonly TimeSpan[]): TimeLedger['holders'] {
  const sums: { holder: Holder; minutes: number }[] = []
  for (const { holder, minutes } of spans) {
    const sum = sums.find((each) => isSame(each.holder, holder))
    if (sum === undefined) sums.push({ holder, minutes })
    else sum.minutes += minutes
  }
  return sums
}

function isSame(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && a.window === b.window
}

function stationCalendar(state: CaseState): Calendar {
  const { calendar: id } = homeStation(state)
  const calendar = state.start.calendars[id]
  if (!calendar) throw new Error(`case ${state.start.caseId} carries no calendar ${id}`)
  return calendar
}
