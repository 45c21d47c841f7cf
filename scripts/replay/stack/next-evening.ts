import { instantOf, isWorkingDay, localDate } from '../../../domain/clocks/calendar.ts'
import { DAY_MS } from '../../../domain/clocks/local-date.ts'
import type { Calendar, Instant } from '../../../domain/clocks/types.ts'

const EIGHT_O_CLOCK = 20 * 60
const FURTHEST_DAYS = 60

/**
 * Eight in the evening of the first working day after `now` that another one follows. A replay runs in
 * the case time of such an evening: no limit and no rung passes while it runs, at whatever hour somebody
 * starts it, and staff are not written to before the office opens.
 */
export function nextEvening(calendar: Calendar, now: Instant): Instant {
  for (let days = 1; days <= FURTHEST_DAYS; days += 1) {
    const [date, next] = [localDate(calendar, now + days * DAY_MS), localDate(calendar, now + (days + 1) * DAY_MS)]
    if (isWorkingDay(calendar, date) && isWorkingDay(calendar, next)) return instantOf(calendar, date, EIGHT_O_CLOCK)
  }
  throw new Error(`calendar ${calendar.id} has no two working days in a row within ${FURTHEST_DAYS} days`)
}
