import { closeOf, instantOf, isWorkingDay, localDate } from '../../domain/clocks/calendar.ts'
import { DAY_MS } from '../../domain/clocks/local-date.ts'
import type { Calendar, Instant } from '../../domain/clocks/types.ts'
import type { SessionKey } from './story.ts'

/** How many working days the demo looks back on. */
export const WORKING_DAYS = 15

const OPENS_MINUTES = 8 * 60
const HALF_MINUTES = { am: 10 * 60, pm: 15 * 60 } as const

/** The last working days whose close has passed, the latest first, as local dates. */
export function endedWorkingDays(calendar: Calendar, now: Instant, count: number): string[] {
  const days: string[] = []
  for (let at = now; days.length < count; at -= DAY_MS) {
    const date = localDate(calendar, at)
    if (isWorkingDay(calendar, date) && closeOf(calendar, date) <= now) days.push(date)
  }
  return days
}

/** Case time at which a new demo begins: 8:00 of the first of those days, three weeks ago where no long holiday lies between. */
export function demoBegin(calendar: Calendar, now: Instant): Instant {
  const first = endedWorkingDays(calendar, now, WORKING_DAYS).at(-1)
  if (first === undefined) throw new Error('no working day')
  return instantOf(calendar, first, OPENS_MINUTES)
}

/** Case instant at which a session opens; `now` for today's. */
export function sessionInstant(calendar: Calendar, days: readonly string[], { daysAgo, half }: SessionKey, now: Instant): Instant {
  if (daysAgo === 0) return now
  const date = days[daysAgo - 1]
  if (date === undefined) throw new Error(`the demo looks back ${days.length} working days, not ${daysAgo}`)
  return instantOf(calendar, date, HALF_MINUTES[half])
}
