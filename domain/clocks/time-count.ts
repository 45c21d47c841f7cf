import { COUNTING, totalBudget, UNIT_MS } from './budget.ts'
import type { DayTable } from './day-table.ts'
import { pauseSpans } from './pause-spans.ts'
import type { ClockFacts, Instant } from './types.ts'

/** The budget with extensions in milliseconds of the time its unit counts. */
export function msToSpend(clock: ClockFacts): number {
  return totalBudget(clock) * UNIT_MS[clock.budget.unit]
}

/**
 * The earliest instant at which so many milliseconds of a clock in hours or minutes are spent, or null
 * while an open pause keeps them from being spent. Time counts from the moment itself (Civil Code art.
 * 201), only within opening periods (elapsed hours: round the clock) and outside of every `[from, to)`
 * of a pause.
 */
export function instantSpending(clock: ClockFacts, table: DayTable, ms: number): Instant | null {
  const open = COUNTING[clock.budget.unit] === 'open-time'
  let target = counted(table, open, clock.startedAt) + ms
  for (const span of pauseSpans(clock.pauses)) {
    const before = counted(table, open, Math.max(span.from, clock.startedAt))
    if (before >= target) break
    if (span.to === Infinity) return null
    if (span.to > clock.startedAt) target += counted(table, open, span.to) - before
  }
  return open ? table.whenOpen(target) : target
}

/** Milliseconds spent from the start until the instant, counted as above. */
export function msSpentBy(clock: ClockFacts, table: DayTable, asOf: Instant): number {
  if (asOf <= clock.startedAt) return 0
  const open = COUNTING[clock.budget.unit] === 'open-time'
  const before = counted(table, open, clock.startedAt)
  let spent = counted(table, open, asOf) - before
  for (const span of pauseSpans(clock.pauses)) {
    if (span.from >= asOf) break
    const to = Math.min(span.to, asOf)
    if (to > clock.startedAt) spent -= counted(table, open, to) - counted(table, open, Math.max(span.from, clock.startedAt))
  }
  return spent
}

function counted(table: DayTable, open: boolean, at: Instant): number {
  return open ? table.openUntil(at) : at
}
