import { COUNTING, totalBudget } from './budget.ts'
import type { DayTable } from './day-table.ts'
import { correspondingDay, type DayNumber } from './local-date.ts'
import { pauseSpans } from './pause-spans.ts'
import type { ClockFacts, Instant } from './types.ts'

/** Days to be spent after the day of receipt, with extensions; months are the days up to the corresponding day. */
export function daysToSpend(clock: ClockFacts, table: DayTable): number {
  const total = totalBudget(clock)
  if (clock.budget.unit !== 'calendar-months') return total
  const receipt = table.dayOf(clock.startedAt)
  return correspondingDay(receipt, total).day - receipt
}

/**
 * The day that spends so many days of a clock in units of days or months, or null while an open pause
 * keeps it from being spent. The day of receipt does not count (Civil Code art. 201). A working day is
 * spent at its close, a calendar day at its 24:00, if the clock runs just before; so a pause takes away
 * exactly the closes it covers, and each puts the end one day further.
 */
export function daySpending(clock: ClockFacts, table: DayTable, days: number): DayNumber | null {
  const working = COUNTING[clock.budget.unit] === 'working-day'
  const receipt = table.dayOf(clock.startedAt)
  const base = working ? table.workingThrough(receipt) : receipt
  let target = base + days
  for (const span of pauseSpans(clock.pauses)) {
    const before = Math.max(base, span.from < clock.startedAt ? base : closedBy(table, working, span.from))
    if (before >= target) break
    if (span.to === Infinity) return null
    if (span.to > clock.startedAt) target += Math.max(before, closedBy(table, working, span.to)) - before
  }
  return working ? table.workingDay(target) : target
}

/** Days spent from receipt until the instant, both kinds as above. */
export function daysSpentBy(clock: ClockFacts, table: DayTable, asOf: Instant): number {
  if (asOf <= clock.startedAt) return 0
  const working = COUNTING[clock.budget.unit] === 'working-day'
  const receipt = table.dayOf(clock.startedAt)
  const base = working ? table.workingThrough(receipt) : receipt
  let spent = Math.max(base, closedBy(table, working, asOf)) - base
  for (const span of pauseSpans(clock.pauses)) {
    if (span.from >= asOf) break
    const to = Math.min(span.to, asOf)
    if (to <= clock.startedAt) continue
    const before = Math.max(base, span.from < clock.startedAt ? base : closedBy(table, working, span.from))
    spent -= Math.max(before, closedBy(table, working, to)) - before
  }
  return spent
}

/** How many days have been closed (working) or have ended (all) at the instant, from a fixed origin. */
function closedBy(table: DayTable, working: boolean, at: Instant): number {
  return working ? table.workingClosedBy(at) : table.dayOf(at) - 1
}

/** The day itself where it is a working day, else the next one (Civil Code art. 203). */
export function workingDayFrom(table: DayTable, day: DayNumber): DayNumber {
  return table.isWorking(day) ? day : table.workingDay(table.workingThrough(day) + 1)
}

/** The day itself where it is a working day, else the one before; for limits counted back. */
export function workingDayUpTo(table: DayTable, day: DayNumber): DayNumber {
  return table.isWorking(day) ? day : table.workingDayBefore(day, 1)
}
