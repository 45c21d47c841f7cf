import { closeOf, localDate, workingMinutesBetween } from '../../clocks/calendar.ts'
import type { Calendar, Instant } from '../../clocks/types.ts'

const MINUTE_MS = 60_000

/**
 * Whether a pause covers the close of a working day but less opening time than that day has: legal,
 * yet it moves a day limit by a whole day, so the supervisor sees it (design 6).
 */
export function pauseMissesADay(calendar: Calendar, from: Instant, to: Instant): boolean {
  const close = closeOf(calendar, localDate(calendar, from))
  if (!(from < close && close <= to)) return false
  const openingMinutes = workingMinutesBetween(calendar, close - 24 * 60 * MINUTE_MS, close)
  return openingMinutes > 0 && workingMinutesBetween(calendar, from, to) < openingMinutes
}
