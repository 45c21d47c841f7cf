import { HOUR_MS, MINUTE_MS } from './local-date.ts'
import type { ClockFacts, Unit } from './types.ts'

/** What a unit is counted in: working days, all days, opening time or time itself. */
export type Counting = 'working-day' | 'every-day' | 'open-time' | 'elapsed-time'

export const COUNTING: Readonly<Record<Unit, Counting>> = {
  'working-minutes': 'open-time',
  'working-hours': 'open-time',
  'working-days': 'working-day',
  'calendar-days': 'every-day',
  'calendar-months': 'every-day',
  'elapsed-hours': 'elapsed-time',
}

/** Milliseconds of one unit of time; 0 for units of days and months. */
export const UNIT_MS: Readonly<Record<Unit, number>> = {
  'working-minutes': MINUTE_MS,
  'working-hours': HOUR_MS,
  'working-days': 0,
  'calendar-days': 0,
  'calendar-months': 0,
  'elapsed-hours': HOUR_MS,
}

/**
 * The budget with its extensions, in its own unit. Throws RangeError where it is no positive amount, or
 * no whole one of days or months: limits are checked when they are declared, so this is a bug.
 */
export function totalBudget(clock: ClockFacts): number {
  let total = clock.budget.amount
  for (const extension of clock.extensions) total += extension.amount
  const whole = UNIT_MS[clock.budget.unit] > 0 || Number.isInteger(total)
  if (!(total > 0 && Number.isFinite(total) && whole)) throw new RangeError(`a budget of ${total} ${clock.budget.unit} cannot be counted`)
  return total
}
