import { COUNTING } from './budget.ts'
import { daySpending, daysToSpend, workingDayFrom } from './day-count.ts'
import { tableOf, type DayTable } from './day-table.ts'
import { instantSpending, msToSpend } from './time-count.ts'
import { traceOfDays } from './trace-days.ts'
import { traceOfTime } from './trace-time.ts'
import type { TraceLine } from './trace-line.ts'
import type { Calendar, ClockFacts, DayEnd, Due, Instant } from './types.ts'

const NO_TRACE: readonly TraceLine[] = []

/**
 * When a clock is due, by the rules of design 6 (Civil Code arts. 200 to 204, Administrative Licence Law
 * arts. 42, 45, 82). The result follows from the set of facts, never from their order.
 *
 * Working days: the day that spends the budget. Calendar days and months: that day if it is a working
 * day, else the next one. Both end at the close, or at 24:00 where `endsAt` says so. Hours and minutes
 * end at the instant that spends them. `at` is null while an open pause holds the clock. Throws
 * RangeError for a budget that is not positive (a bug of the caller).
 */
export function dueAt(clock: ClockFacts, calendar: Calendar, options?: { readonly trace?: boolean }): Due {
  const table = tableOf(calendar)
  const counting = COUNTING[clock.budget.unit]
  const inDays = counting === 'working-day' || counting === 'every-day'
  const due = inDays ? dueDay(clock, table) : dueMoment(clock, table)
  if (options?.trace !== true) return due
  return { at: due.at, provisional: due.provisional, trace: inDays ? traceOfDays(clock, calendar, due) : traceOfTime(clock, calendar, due) }
}

/** The end of a day for a clock: close of business, or 24:00. */
export function endOfDay(table: DayTable, day: number, endsAt: DayEnd): Instant {
  return endsAt === 'midnight' ? table.startOf(day + 1) : table.closeOf(day)
}

const HELD: Due = { at: null, provisional: false, trace: NO_TRACE }

function dueDay(clock: ClockFacts, table: DayTable): Due {
  const spending = daySpending(clock, table, daysToSpend(clock, table))
  if (spending === null) return HELD
  const working = COUNTING[clock.budget.unit] === 'working-day'
  const last = working ? spending : workingDayFrom(table, spending)
  const firstJudged = working ? table.dayOf(clock.startedAt) + 1 : spending
  return { at: endOfDay(table, last, clock.endsAt), provisional: !table.isCovered(firstJudged) || !table.isCovered(last), trace: NO_TRACE }
}

function dueMoment(clock: ClockFacts, table: DayTable): Due {
  const at = instantSpending(clock, table, msToSpend(clock))
  if (at === null) return HELD
  if (COUNTING[clock.budget.unit] === 'elapsed-time') return { at, provisional: false, trace: NO_TRACE }
  return { at, provisional: !table.isCovered(table.dayOf(clock.startedAt)) || !table.isCovered(table.dayOf(at - 1)), trace: NO_TRACE }
}
