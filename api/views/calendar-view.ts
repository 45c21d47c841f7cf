import type { z } from 'zod'
import { tableOf } from '../../domain/clocks/day-table.ts'
import { dateText, requireDay } from '../../domain/clocks/local-date.ts'
import type { Calendar, Period } from '../../domain/clocks/types.ts'
import type { CalendarNow } from '../changes/in-force.ts'
import type { calendarSchema, calendarYearSchema } from '../schemas/changes.ts'
import { isoOrNull } from './iso.ts'

/** A calendar that is in force. */
export function calendarView({ calendar, since, reason }: CalendarNow): z.input<typeof calendarSchema> {
  const { id, version, name, covers, notices } = calendar
  return { id, version, name, covers: { ...covers }, since: isoOrNull(since), reason, notices: notices.map((notice) => ({ ...notice })) }
}

/** Every day of a year, as the offices work on it. */
export function calendarYearView(now: CalendarNow, year: number): z.input<typeof calendarYearSchema> {
  const { calendar, text } = now
  const [first, last] = [requireDay(`${year}-01-01`), requireDay(`${year}-12-31`)]
  return {
    ...calendarView(now),
    text,
    year,
    covered: calendar.covers.from <= `${year}-01-01` && `${year}-12-31` <= calendar.covers.to,
    days: Array.from({ length: last - first + 1 }, (_, offset) => dayView(calendar, first + offset)),
  }
}

function dayView(calendar: Calendar, day: number): z.input<typeof calendarYearSchema>['days'][number] {
  const table = tableOf(calendar)
  const date = dateText(day)
  const [holiday, makeUp] = [calendar.holidays[date], calendar.makeUpDays[date]]
  return {
    date,
    kind: holiday ? 'holiday' : makeUp ? 'make-up' : table.isWorking(day) ? 'working' : 'off',
    name: holiday ?? makeUp?.name ?? null,
    periods: table.periodsOf(day).map(periodView),
  }
}

function periodView({ from, to }: Period): { from: string; to: string } {
  const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { from: clock(from), to: clock(to) }
}
