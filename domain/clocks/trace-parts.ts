import { tableOf, type DayTable } from './day-table.ts'
import { dateText, DAY_MS, MINUTE_MS, type DayNumber } from './local-date.ts'
import type { DayOff, Moment, TraceLine } from './trace-line.ts'
import type { Calendar, ClockFacts, Instant } from './types.ts'

/** An instant in the local terms of the calendar; as the end of something, 00:00 reads 24:00 of the day before. */
export function momentOf(table: DayTable, at: Instant, asEnd = false): Moment {
  const start = table.startOf(table.dayOf(at))
  const isMidnight = asEnd && at === start
  const day = table.dayOf(at) - (isMidnight ? 1 : 0)
  const minutes = isMidnight ? DAY_MS / MINUTE_MS : Math.floor((at - start) / MINUTE_MS)
  return { at, date: dateText(day), time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` }
}

/** Why a day does not count. */
export function dayOffOf(calendar: Calendar, day: DayNumber): DayOff {
  const name = calendar.holidays[dateText(day)]
  if (name) return { kind: 'holiday', name }
  return tableOf(calendar).isWorking(day) ? { kind: 'no-office-hours' } : { kind: 'rest-day' }
}

/** Receipt and extensions, which open every trace; extensions in the order they were granted. */
export function openingLines(clock: ClockFacts, table: DayTable): TraceLine[] {
  const lines: TraceLine[] = [{ rule: 'received', moment: momentOf(table, clock.startedAt) }]
  const granted = [...clock.extensions].sort((a, b) => a.grantedAt - b.grantedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  let budget = clock.budget.amount
  for (const { id, by, amount, grantedAt } of granted) {
    budget += amount
    lines.push({ rule: 'extended', id, by, moment: momentOf(table, grantedAt), amount, unit: clock.budget.unit, budget })
  }
  return lines
}

/** What ends a trace that has a date: the warning where it is provisional, and the date. */
export function closingLines(
  clock: ClockFacts,
  calendar: Calendar,
  due: { readonly at: Instant; readonly provisional: boolean },
  ends: 'day' | 'moment',
): TraceLine[] {
  const moment = momentOf(tableOf(calendar), due.at, true)
  const line: TraceLine = { rule: 'due', moment, ends: ends === 'day' ? clock.endsAt : 'moment' }
  if (!due.provisional) return [line]
  return [{ rule: 'provisional', coveredFrom: calendar.covers.from, coveredTo: calendar.covers.to }, line]
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
