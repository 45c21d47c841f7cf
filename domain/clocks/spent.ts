import { COUNTING, UNIT_MS } from './budget.ts'
import { daysSpentBy, daysToSpend } from './day-count.ts'
import { tableOf } from './day-table.ts'
import { dueAt } from './due.ts'
import { msSpentBy, msToSpend } from './time-count.ts'
import type { Amount, Calendar, ClockFacts, Instant, Unit } from './types.ts'

/** What is left of a budget. `exhausted` from the due instant on. */
export interface Remaining extends Amount {
  readonly exhausted: boolean
}

/**
 * How much of the budget is spent at an instant, in the clock's unit (months: calendar days), as a
 * fraction for hours. It goes on after the due instant, so it may exceed the budget.
 */
export function spent(clock: ClockFacts, calendar: Calendar, asOf: Instant): Amount {
  const table = tableOf(calendar)
  const unit = countedUnit(clock.budget.unit)
  if (isDays(clock)) return { amount: daysSpentBy(clock, table, asOf), unit }
  return { amount: msSpentBy(clock, table, asOf) / UNIT_MS[clock.budget.unit], unit }
}

/**
 * How much of the budget is left at an instant, never below 0. A calendar day that is spent leaves
 * nothing although the due date may have moved to the next working day; `exhausted` tells.
 */
export function remaining(clock: ClockFacts, calendar: Calendar, asOf: Instant): Remaining {
  const table = tableOf(calendar)
  const unit = countedUnit(clock.budget.unit)
  const due = dueAt(clock, calendar).at
  if (due !== null && asOf >= due) return { amount: 0, unit, exhausted: true }
  const amount = isDays(clock)
    ? daysToSpend(clock, table) - daysSpentBy(clock, table, asOf)
    : (msToSpend(clock) - msSpentBy(clock, table, asOf)) / UNIT_MS[clock.budget.unit]
  return { amount: Math.max(0, amount), unit, exhausted: false }
}

/** Whether a clock counts days (months too) rather than time. */
export function isDays(clock: ClockFacts): boolean {
  const counting = COUNTING[clock.budget.unit]
  return counting === 'working-day' || counting === 'every-day'
}

/** Months are spent by days. */
function countedUnit(unit: Unit): Unit {
  return unit === 'calendar-months' ? 'calendar-days' : unit
}
