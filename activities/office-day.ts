import { DAY_MS, dateText, HOUR_MS } from '../domain/clocks/local-date.ts'
import type { Instant, LocalDate } from '../domain/clocks/types.ts'

/** Fixed offset of the offices, by which their days begin. */
const OFFSET_MS = 8 * HOUR_MS

/** The day of the offices (UTC+8) at an instant. */
export function officeDay(at: Instant): LocalDate {
  return dateText(Math.floor((at + OFFSET_MS) / DAY_MS))
}
