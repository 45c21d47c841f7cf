import { COUNTING, totalBudget } from './budget.ts'
import { daySpending, daysSpentBy, daysToSpend } from './day-count.ts'
import { tableOf, type DayTable } from './day-table.ts'
import { correspondingDay, dateText, type DayNumber } from './local-date.ts'
import { pausedBefore, pausesBefore, pauseSpans, pausesWithin, type PauseSpan } from './pause-spans.ts'
import { closingLines, dayOffOf, momentOf, openingLines } from './trace-parts.ts'
import type { TraceLine } from './trace-line.ts'
import type { Calendar, ClockFacts, Instant } from './types.ts'

/** The sum behind a date in days or months: one line for each day after receipt (months: each paused day). */
export function traceOfDays(
  clock: ClockFacts,
  calendar: Calendar,
  due: { readonly at: Instant | null; readonly provisional: boolean },
): readonly TraceLine[] {
  const table = tableOf(calendar)
  const receipt = table.dayOf(clock.startedAt)
  const lines = openingLines(clock, table)
  lines.push({ rule: 'day-one', date: dateText(receipt + 1) })
  if (clock.budget.unit === 'calendar-months') {
    const months = totalBudget(clock)
    const { day, lastOfMonth } = correspondingDay(receipt, months)
    lines.push({ rule: 'corresponding-day', months, date: dateText(day), lastOfMonth })
  }
  const spending = daySpending(clock, table, daysToSpend(clock, table))
  const open = pauseSpans(clock.pauses).find((span) => span.to === Infinity)
  const days = dayLines(clock, calendar, receipt, spending, open)
  lines.push(...days)
  if (spending === null && open) {
    lines.push(heldLine(clock, table, open))
    return lines
  }
  if (spending === null || due.at === null) return lines
  if (clock.budget.unit === 'calendar-months' && days.length > 0)
    lines.push({ rule: 'paused-days-added', days: days.length, date: dateText(spending) })
  lines.push(...rolledLine(calendar, table, spending))
  lines.push(...closingLines(clock, calendar, { at: due.at, provisional: due.provisional }, 'day'))
  return lines
}

function dayLines(
  clock: ClockFacts,
  calendar: Calendar,
  receipt: DayNumber,
  last: DayNumber | null,
  open: PauseSpan | undefined,
): TraceLine[] {
  const table = tableOf(calendar)
  const working = COUNTING[clock.budget.unit] === 'working-day'
  const spans = pauseSpans(clock.pauses)
  const of = daysToSpend(clock, table)
  const lines: TraceLine[] = []
  let counted = 0
  for (let day = receipt + 1; last === null || day <= last; day++) {
    const date = dateText(day)
    if (working && !table.isWorking(day)) {
      lines.push({ rule: 'skipped', date, why: dayOffOf(calendar, day) })
      continue
    }
    const spentAt = working ? table.closeOf(day) : table.startOf(day + 1)
    if (last === null && open && spentAt > open.from) break
    if (pausedBefore(spans, spentAt)) {
      lines.push({ rule: 'paused', date, pauses: pausesBefore(clock.pauses, spentAt) })
      continue
    }
    counted++
    const makeUp = working ? calendar.makeUpDays[date] : undefined
    if (clock.budget.unit === 'calendar-months') continue
    if (makeUp) lines.push({ rule: 'make-up', date, name: makeUp.name, day: counted, of })
    else lines.push({ rule: 'counted', date, unit: clock.budget.unit, day: counted, of })
  }
  return lines
}

function heldLine(clock: ClockFacts, table: DayTable, open: PauseSpan): TraceLine {
  const since = Math.max(open.from, clock.startedAt)
  return {
    rule: 'held',
    since: momentOf(table, since),
    pauses: pausesWithin(clock.pauses, open),
    remaining: daysToSpend(clock, table) - daysSpentBy(clock, table, since),
    unit: clock.budget.unit === 'calendar-months' ? 'calendar-days' : clock.budget.unit,
  }
}

function rolledLine(calendar: Calendar, table: DayTable, spending: DayNumber): TraceLine[] {
  const over: { date: string; why: ReturnType<typeof dayOffOf> }[] = []
  let day = spending
  for (; !table.isWorking(day); day++) over.push({ date: dateText(day), why: dayOffOf(calendar, day) })
  return over.length === 0 ? [] : [{ rule: 'rolled', date: dateText(spending), to: dateText(day), over }]
}
