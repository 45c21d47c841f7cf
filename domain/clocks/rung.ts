import { assertNever } from '../assert-never.ts'
import { COUNTING, UNIT_MS } from './budget.ts'
import { daySpending, daysToSpend, workingDayFrom, workingDayUpTo } from './day-count.ts'
import { tableOf, type DayTable } from './day-table.ts'
import { correspondingDay, type DayNumber } from './local-date.ts'
import { isDays } from './spent.ts'
import { instantSpending, msToSpend } from './time-count.ts'
import type { Calendar, ClockFacts, Instant, Unit } from './types.ts'

/** Where a rung stands: so many units before (negative) or after the due instant, or at a share of the budget. */
export type ClockOffset =
  | { readonly kind: 'units'; readonly amount: number; readonly unit: Unit }
  | { readonly kind: 'percent'; readonly percent: number }

/**
 * The instant of an offset from the due instant `due` of this clock (design 7). Days: the close of the
 * working day so many days before the due day, or after it; calendar days before go back, those after on
 * to a working day. Hours and minutes before: when so much of the budget is left. A share: when it is
 * spent, of days rounded down to a close, and never before the first close after the start. It may lie before the start, and then is past.
 */
export function rungAt(clock: ClockFacts, calendar: Calendar, offset: ClockOffset, due: Instant): Instant {
  const table = tableOf(calendar)
  if (offset.kind === 'percent') return atShare(clock, table, offset.percent, due)
  if (offset.amount === 0) return due
  const counting = COUNTING[offset.unit]
  switch (counting) {
    case 'working-day':
    case 'every-day':
      return daysAway(table, table.dayOf(due - 1), offset.amount, offset.unit)
    case 'open-time':
    case 'elapsed-time':
      return timeAway(clock, table, offset.amount, offset.unit, due)
    default:
      return assertNever(counting)
  }
}

function daysAway(table: DayTable, dueDay: DayNumber, amount: number, unit: Unit): Instant {
  const forward = amount > 0
  if (unit === 'working-days') {
    return table.closeOf(forward ? table.workingDay(table.workingThrough(dueDay) + amount) : table.workingDayBefore(dueDay, -amount))
  }
  const day = unit === 'calendar-months' ? correspondingDay(dueDay, amount).day : dueDay + amount
  return table.closeOf(forward ? workingDayFrom(table, day) : workingDayUpTo(table, day))
}

function timeAway(clock: ClockFacts, table: DayTable, amount: number, unit: Unit, due: Instant): Instant {
  const ms = amount * UNIT_MS[unit]
  if (amount < 0 && COUNTING[unit] === COUNTING[clock.budget.unit]) {
    const left = msToSpend(clock) + ms
    return left <= 0 ? clock.startedAt : (instantSpending(clock, table, left) ?? due)
  }
  if (COUNTING[unit] === 'elapsed-time') return due + ms
  return amount < 0 ? table.openBack(due, -ms) : table.whenOpen(table.openUntil(due) + ms)
}

function atShare(clock: ClockFacts, table: DayTable, percent: number, due: Instant): Instant {
  if (percent === 100) return due
  if (!isDays(clock)) return instantSpending(clock, table, Math.ceil((msToSpend(clock) * percent) / 100)) ?? due
  const days = Math.floor((daysToSpend(clock, table) * percent) / 100)
  const day = days < 1 ? null : daySpending(clock, table, days)
  const close = day === null ? clock.startedAt : table.closeOf(workingDayUpTo(table, day))
  return close > clock.startedAt ? close : Math.min(due, closeAfter(table, clock.startedAt))
}

/** The first close of a working day after an instant: nobody is late for a share before an office has been open once. */
function closeAfter(table: DayTable, at: Instant): Instant {
  const day = workingDayFrom(table, table.dayOf(at))
  const close = table.closeOf(day)
  return close > at ? close : table.closeOf(workingDayFrom(table, day + 1))
}
