import type { Text } from '../text.ts'
import type { PauseReason } from './pause-reasons.ts'
import type { DayEnd, Instant, LocalDate, Unit } from './types.ts'

/** Why a day is no working day: a named holiday, or a rest day of the weekly pattern. */
export type DayOff = { readonly kind: 'holiday'; readonly name: Text } | { readonly kind: 'rest-day' }

/** A pause as the trace names it. */
export interface PauseRef {
  readonly id: string
  readonly reason: PauseReason
}

/**
 * One line of the sum behind a due date, in the order of the calendar. Days: the `counted` and
 * `make-up` lines number 1 to the budget. Hours and minutes: the `open-time` or `elapsed` spans add up
 * to the budget. Months: the corresponding day plus one for each `paused` line is the last day.
 */
export type TraceLine =
  | { readonly rule: 'received'; readonly at: Instant; readonly date: LocalDate }
  /** The granted extension and the budget it leads to. */
  | { readonly rule: 'extended'; readonly id: string; readonly by: string; readonly at: Instant; readonly date: LocalDate; readonly amount: number; readonly unit: Unit; readonly budget: number }
  /** First day that counts; the day of receipt does not (Civil Code art. 201). */
  | { readonly rule: 'day-one'; readonly date: LocalDate }
  /** The corresponding day of the month; `lastOfMonth` where there is none (Civil Code art. 202). */
  | { readonly rule: 'corresponding-day'; readonly months: number; readonly date: LocalDate; readonly lastOfMonth: boolean }
  | { readonly rule: 'counted'; readonly date: LocalDate; readonly unit: Unit; readonly day: number; readonly of: number }
  | { readonly rule: 'make-up'; readonly date: LocalDate; readonly name: Text; readonly day: number; readonly of: number }
  | { readonly rule: 'skipped'; readonly date: LocalDate; readonly why: DayOff }
  /** The day closed or ended while the clock stood still. */
  | { readonly rule: 'paused'; readonly date: LocalDate; readonly pauses: readonly PauseRef[] }
  /** A span `[from, to)` within which hours and minutes did not count; `to` is null while it lasts. */
  | { readonly rule: 'paused-span'; readonly from: Instant; readonly to: Instant | null; readonly date: LocalDate; readonly pauses: readonly PauseRef[] }
  | { readonly rule: 'open-time'; readonly date: LocalDate; readonly from: Instant; readonly to: Instant; readonly countedMs: number; readonly totalMs: number; readonly ofMs: number }
  | { readonly rule: 'elapsed'; readonly date: LocalDate; readonly from: Instant; readonly to: Instant; readonly countedMs: number; readonly totalMs: number; readonly ofMs: number }
  /** The last day was a day off, so it moved (Civil Code art. 203; backward limits move to the earlier day). */
  | { readonly rule: 'rolled'; readonly date: LocalDate; readonly to: LocalDate; readonly over: readonly { readonly date: LocalDate; readonly why: DayOff }[] }
  /** Days after `coveredTo` or before `coveredFrom` were judged by the weekly pattern alone. */
  | { readonly rule: 'provisional'; readonly coveredFrom: LocalDate; readonly coveredTo: LocalDate }
  /** No date yet: an open pause holds the clock with this much left. */
  | { readonly rule: 'held'; readonly since: Instant; readonly date: LocalDate; readonly pauses: readonly PauseRef[]; readonly remaining: number; readonly unit: Unit }
  | { readonly rule: 'due'; readonly at: Instant; readonly date: LocalDate; readonly ends: DayEnd | 'moment' }

export type TraceRule = TraceLine['rule']
