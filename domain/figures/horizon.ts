import { closeOf, isWorkingDay, localDate } from '../clocks/calendar.ts'
import { dateText, requireDay } from '../clocks/local-date.ts'
import type { Calendar, Instant } from '../clocks/types.ts'

const DAY_MS = 86_400_000
const ZONE_MS = 8 * 3_600_000

/** End (24:00) of the day that an instant lies in, in the zone of the offices (UTC+8). */
export function dayEndOf(now: Instant): Instant {
  return (Math.floor((now + ZONE_MS) / DAY_MS) + 1) * DAY_MS - ZONE_MS
}

/** End (24:00) of the nth working day after the present day, by the calendar. */
export function endOfWorkingDay(calendar: Calendar, now: Instant, nth: number): Instant {
  let day = requireDay(localDate(calendar, now))
  for (let counted = 0; counted < nth; ) {
    day += 1
    if (isWorkingDay(calendar, dateText(day))) counted += 1
  }
  return dayEndOf(closeOf(calendar, dateText(day)))
}
