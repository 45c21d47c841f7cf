import type { Text } from '../text.ts'
import type { Amount, DayEnd, Instant, LocalDate, Unit } from './types.ts'

/** Why a day does not count: a named holiday, a rest day of the weekly pattern, or (for hours) no office hours on it. */
export type DayOff =
  | { readonly kind: 'holiday'; readonly name: Text }
  | { readonly kind: 'rest-day' }
  | { readonly kind: 'no-office-hours' }

/** A pause as the trace names it. */
export interface PauseRef {
  readonly id: string
  readonly reason: string
}

/** An instant with its local date and 'HH:MM'; the end of a day reads 24:00 of that day. */
export interface Moment {
  readonly at: Instant
  readonly date: LocalDate
  readonly time: string
}

/** A span of counted time; milliseconds, `totalMs` up to and with this span; `unit` is that of the budget. */
interface CountedSpan {
  readonly unit: Unit
  readonly from: Moment
  readonly to: Moment
  readonly countedMs: number
  readonly totalMs: number
  readonly ofMs: number
}

/**
 * One line of the sum behind a due date, in the order of the calendar. Days: the `counted` and
 * `make-up` lines number 1 to the budget. Hours and minutes: the `open-time` or `elapsed` spans add up
 * to the budget. Months: the corresponding day plus one for each `paused` line is the last day,
 * which the `paused-days-added` line names.
 */
export type TraceLine =
  | { readonly rule: 'received'; readonly moment: Moment }
  /** A newer version of the service item has another limit, which counts from the clock's own start. */
  | {
      readonly rule: 'limit-changed'
      readonly moment: Moment
      readonly version: number
      readonly before: Amount
      readonly limit: Amount
    }
  /** A granted extension and the budget it leads to. */
  | {
      readonly rule: 'extended'
      readonly id: string
      readonly by: string
      readonly moment: Moment
      readonly amount: number
      readonly unit: Unit
      readonly budget: number
    }
  /** First day that counts; the day of receipt does not (Civil Code art. 201). */
  | { readonly rule: 'day-one'; readonly date: LocalDate }
  /** The corresponding day of the month; `lastOfMonth` where there is none (Civil Code art. 202). */
  | { readonly rule: 'corresponding-day'; readonly months: number; readonly date: LocalDate; readonly lastOfMonth: boolean }
  | { readonly rule: 'counted'; readonly date: LocalDate; readonly unit: Unit; readonly day: number; readonly of: number }
  | { readonly rule: 'make-up'; readonly date: LocalDate; readonly name: Text; readonly day: number; readonly of: number }
  /** A limit counted back from a date that itself does not count. */
  | { readonly rule: 'counted-back'; readonly from: LocalDate; readonly amount: number; readonly unit: Unit; readonly date: LocalDate }
  | { readonly rule: 'skipped'; readonly date: LocalDate; readonly why: DayOff }
  /** The day closed or ended while the clock stood still. */
  | { readonly rule: 'paused'; readonly date: LocalDate; readonly pauses: readonly PauseRef[] }
  /** Months: each paused day puts the corresponding day one day further, to this date. */
  | { readonly rule: 'paused-days-added'; readonly days: number; readonly date: LocalDate }
  /** A span `[from, to)` in which hours and minutes did not count; touching pauses are one span with all their reasons. */
  | { readonly rule: 'paused-span'; readonly from: Moment; readonly to: Moment; readonly pauses: readonly PauseRef[] }
  | ({ readonly rule: 'open-time'; readonly makeUp: Text | null } & CountedSpan)
  | ({ readonly rule: 'elapsed' } & CountedSpan)
  /** The last day was a day off, so it moved (Civil Code art. 203; a backward limit moves to the earlier day). */
  | {
      readonly rule: 'rolled'
      readonly date: LocalDate
      readonly to: LocalDate
      readonly over: readonly { readonly date: LocalDate; readonly why: DayOff }[]
    }
  /** A day outside these was judged by the weekly pattern alone. */
  | { readonly rule: 'provisional'; readonly coveredFrom: LocalDate; readonly coveredTo: LocalDate }
  /** No date yet: an open pause holds the clock with this much left, in `unit` (days for months). */
  | { readonly rule: 'held'; readonly since: Moment; readonly pauses: readonly PauseRef[]; readonly remaining: number; readonly unit: Unit }
  /** `ends` is 'moment' for hours and minutes, which end where the budget does. */
  | { readonly rule: 'due'; readonly moment: Moment; readonly ends: DayEnd | 'moment' }

export type TraceRule = TraceLine['rule']
