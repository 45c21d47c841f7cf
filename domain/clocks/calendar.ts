import { tableOf } from './day-table.ts'
import { dateText, MINUTE_MS, requireDay } from './local-date.ts'
import type { Calendar, Instant, LocalDate } from './types.ts'

/** The local date of an instant, by the calendar's fixed offset. */
export function localDate(calendar: Calendar, at: Instant): LocalDate {
  return dateText(tableOf(calendar).dayOf(at))
}

/** The instant of 'HH:MM' minutes after local midnight of a date. Throws RangeError for text that is no date. */
export function instantOf(calendar: Calendar, date: LocalDate, minutes: number): Instant {
  return tableOf(calendar).startOf(requireDay(date)) + minutes * MINUTE_MS
}

/** Whether a date is a working day: by the weekly pattern, unless it is a holiday or a make-up day. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return tableOf(calendar).isWorking(requireDay(date))
}

/** Close of business on a date: end of its last opening period; 24:00 where it has none (Civil Code art. 203). */
export function closeOf(calendar: Calendar, date: LocalDate): Instant {
  return tableOf(calendar).closeOf(requireDay(date))
}

/** Earliest instant at or after `at` inside office hours (a period is `[from, to)`); for mails to staff. */
export function nextOpening(calendar: Calendar, at: Instant): Instant {
  const table = tableOf(calendar)
  const from = table.dayOf(at)
  for (let day = from; ; day++) {
    for (const period of table.periodsOf(day)) {
      if (at < table.startOf(day) + period.to * MINUTE_MS) return Math.max(at, table.startOf(day) + period.from * MINUTE_MS)
    }
  }
}

/**
 * Whole minutes of office hours between two instants; 0 where `to` is not after `from`. Each minute
 * belongs to the span in which it is completed, so spans that touch add up to the whole, to the minute
 * (invariant I5).
 */
export function workingMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0
  const table = tableOf(calendar)
  table.reachBack(table.dayOf(from))
  return Math.floor(table.openUntil(to) / MINUTE_MS) - Math.floor(table.openUntil(from) / MINUTE_MS)
}

/** Whether the calendar speaks for a date by announcement and not by its weekly pattern alone. */
export function isCovered(calendar: Calendar, date: LocalDate): boolean {
  return tableOf(calendar).isCovered(requireDay(date))
}
