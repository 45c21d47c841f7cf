import { workingDayUpTo } from './day-count.ts'
import { tableOf } from './day-table.ts'
import { correspondingDay, dateText, requireDay } from './local-date.ts'
import { closingLines, dayOffOf } from './trace-parts.ts'
import type { DayOff, TraceLine } from './trace-line.ts'
import type { Calendar, DayEnd, Due, LocalDate } from './types.ts'

/** A limit that lies so long before a date: "at least 30 days before expiry". */
export interface BackwardAmount {
  readonly amount: number
  readonly unit: 'working-days' | 'calendar-days' | 'calendar-months'
}

/**
 * The last instant that keeps a limit counted back from a date (Exit and Entry Administration Law art.
 * 32: renewal at least 30 days before expiry). The date itself does not count; a day off moves to the
 * working day before it. Throws RangeError for text that is no date or an amount that is not whole and positive.
 */
export function addBackward(
  calendar: Calendar,
  from: LocalDate,
  budget: BackwardAmount,
  endsAt: DayEnd = 'close',
): Due & { readonly at: number; readonly date: LocalDate } {
  if (!(Number.isInteger(budget.amount) && budget.amount > 0)) throw new RangeError(`cannot count back ${budget.amount} ${budget.unit}`)
  const table = tableOf(calendar)
  const end = requireDay(from)
  const counted =
    budget.unit === 'calendar-days'
      ? end - budget.amount
      : budget.unit === 'calendar-months'
        ? correspondingDay(end, -budget.amount).day
        : table.workingDayBefore(end, budget.amount)
  const last = workingDayUpTo(table, counted)
  const at = endsAt === 'midnight' ? table.startOf(last + 1) : table.closeOf(last)
  const provisional = !table.isCovered(last) || !table.isCovered(counted)
  const over: { date: LocalDate; why: DayOff }[] = []
  for (let day = counted; day > last; day--) over.push({ date: dateText(day), why: dayOffOf(calendar, day) })
  const rolled: TraceLine[] = over.length === 0 ? [] : [{ rule: 'rolled', date: dateText(counted), to: dateText(last), over }]
  const facts = { budget, startedAt: table.startOf(end), pauses: [], extensions: [], endsAt }
  const trace: TraceLine[] = [
    { rule: 'counted-back', from, amount: budget.amount, unit: budget.unit, date: dateText(counted) },
    ...rolled,
    ...closingLines(facts, calendar, { at, provisional }, 'day'),
  ]
  return { at, date: dateText(last), provisional, trace }
}
