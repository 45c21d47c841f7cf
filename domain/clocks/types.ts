import type { Text } from '../text.ts'
import type { TraceLine } from './trace-line.ts'

/** Epoch milliseconds. */
export type Instant = number

/** 'YYYY-MM-DD', local to the calendar's fixed offset from UTC. */
export type LocalDate = string

/** Units a budget is counted in. Elapsed hours run round the clock; all others follow a calendar. */
export const UNITS = ['working-minutes', 'working-hours', 'working-days', 'calendar-days', 'calendar-months', 'elapsed-hours'] as const
export type Unit = (typeof UNITS)[number]

export interface Amount {
  readonly amount: number
  readonly unit: Unit
}

/** Opening period `[from, to)` in minutes after local midnight, 0 to 1440. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Being a working day and having opening periods are two facts: a hall open on Saturday makes no working day. */
export interface WeekDay {
  readonly working: boolean
  readonly periods: readonly Period[]
}

export interface MakeUpDay {
  readonly name: Text
  readonly periods: readonly Period[]
}

/** The announcement by which a year's holidays and make-up days (调休) are fixed. */
export interface CalendarNotice {
  readonly year: number
  readonly title: string
  readonly number: string
  readonly issued: LocalDate
}

/** Working days and office hours of a place. A value: it is never changed, a new version replaces it. */
export interface Calendar {
  readonly id: string
  readonly version: string
  readonly name: Text
  /** Minutes east of UTC; 480 in China. */
  readonly offsetMinutes: number
  /** Both days included; outside, answers follow the weekly pattern and are provisional. */
  readonly covers: { readonly from: LocalDate; readonly to: LocalDate }
  /** Seven days, Monday first. */
  readonly weekly: readonly WeekDay[]
  /** Days off that the weekly pattern does not show, with their names; such a day has no opening periods. */
  readonly holidays: Readonly<Record<LocalDate, Text>>
  readonly makeUpDays: Readonly<Record<LocalDate, MakeUpDay>>
  readonly notices: readonly CalendarNotice[]
}

/** A span in which a clock stands still. `to` is null while it lasts. Of a case the reason is one of PAUSE_REASONS; a calculation may use words of its own. */
export interface Pause {
  readonly id: string
  readonly from: Instant
  readonly to: Instant | null
  readonly reason: string
}

/** A granted extension (延期); `amount` is in the unit of the clock's budget. */
export interface Extension {
  readonly id: string
  readonly amount: number
  readonly grantedAt: Instant
  readonly by: string
}

export const CLOCK_KINDS = [
  'sign',
  'stage',
  'acceptance',
  'legal',
  'promised',
  'cure',
  'answer',
  'co-handling',
  'extension-decision',
  'order-reply',
  'aftercare',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** Where the last day of a budget in days or months ends: at close of business (offices) or at 24:00 (the expert). */
export const DAY_ENDS = ['close', 'midnight'] as const
export type DayEnd = (typeof DAY_ENDS)[number]

/** A budget and a ledger: everything a due date follows from. Every pause given here stops the clock. */
export interface ClockFacts {
  readonly budget: Amount
  readonly startedAt: Instant
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  readonly endsAt: DayEnd
}

/** `at` is null while an open pause keeps the budget from being spent. The trace is empty unless asked for. */
export interface Due {
  readonly at: Instant | null
  /** True when a day was judged that the calendar does not cover. */
  readonly provisional: boolean
  readonly trace: readonly TraceLine[]
}
