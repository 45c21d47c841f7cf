import type { Calendar, LocalDate } from './types.ts'

/**
 * The calendar without the years before that of a date: what a case received then needs, since no clock
 * of it counts earlier days. Due dates of clocks that start on or after 1 January of that year are the
 * same. A year outside the covered range leaves the calendar as it is.
 */
export function calendarSince(calendar: Calendar, date: LocalDate): Calendar {
  const from = `${date.slice(0, 4)}-01-01`
  if (from <= calendar.covers.from || from > calendar.covers.to) return calendar
  const year = Number(date.slice(0, 4))
  return {
    ...calendar,
    covers: { from, to: calendar.covers.to },
    holidays: later(calendar.holidays, from),
    makeUpDays: later(calendar.makeUpDays, from),
    notices: calendar.notices.filter((notice) => notice.year >= year),
  }
}

function later<T>(days: Readonly<Record<LocalDate, T>>, from: LocalDate): Readonly<Record<LocalDate, T>> {
  return Object.fromEntries(Object.entries(days).filter(([date]) => date >= from))
}
