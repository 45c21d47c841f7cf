/**
 * A second, slow reading of the rules of design 6: it walks day by day and minute by minute and shares
 * no code with the kernel. Instants are whole minutes.
 */
import type { Calendar, ClockFacts } from '../../domain/clocks/types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export interface OracleAnswer {
  at: number | null
  provisional: boolean
  /** Day units: 'date counted k' | 'date make-up k' | 'date paused' | 'date off' | 'date rolled'; time units: 'date minutes'. */
  days: string[]
}

export function dateAt(calendar: Calendar, at: number): string {
  return new Date(at + calendar.offsetMinutes * MINUTE).toISOString().slice(0, 10)
}

export function midnightOf(calendar: Calendar, date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - calendar.offsetMinutes * MINUTE
}

function next(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
}

function weekDay(calendar: Calendar, date: string) {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay()
  const day = calendar.weekly[sundayFirst === 0 ? 6 : sundayFirst - 1]
  if (!day) throw new Error('a week has seven days')
  return day
}

export function works(calendar: Calendar, date: string): boolean {
  if (date in calendar.holidays) return false
  if (date in calendar.makeUpDays) return true
  return weekDay(calendar, date).working
}

function hours(calendar: Calendar, date: string): readonly { from: number; to: number }[] {
  if (date in calendar.holidays) return []
  return calendar.makeUpDays[date]?.periods ?? weekDay(calendar, date).periods
}

function closing(calendar: Calendar, date: string): number {
  let last = 24 * 60
  const list = hours(calendar, date)
  if (list.length > 0) last = Math.max(...list.map((period) => period.to))
  return midnightOf(calendar, date) + last * MINUTE
}

function standsStillJustBefore(clock: ClockFacts, t: number): boolean {
  for (const pause of clock.pauses) if (pause.from < t && (pause.to === null || t <= pause.to)) return true
  return false
}

function heldForEver(clock: ClockFacts, t: number): boolean {
  return clock.pauses.some((pause) => pause.to === null && pause.from < t)
}

function inside(calendar: Calendar, date: string): boolean {
  return date >= calendar.covers.from && date <= calendar.covers.to
}

function total(clock: ClockFacts): number {
  return [clock.budget.amount, ...clock.extensions.map((extension) => extension.amount)].reduce((a, b) => a + b)
}

function end(clock: ClockFacts, calendar: Calendar, date: string): number {
  return clock.endsAt === 'midnight' ? midnightOf(calendar, next(date)) : closing(calendar, date)
}

export function oracle(clock: ClockFacts, calendar: Calendar): OracleAnswer {
  switch (clock.budget.unit) {
    case 'working-days':
      return workingDays(clock, calendar)
    case 'calendar-days':
      return calendarDays(clock, calendar)
    case 'calendar-months':
      return months(clock, calendar)
    default:
      return minutes(clock, calendar)
  }
}

function workingDays(clock: ClockFacts, calendar: Calendar): OracleAnswer {
  const days: string[] = []
  const first = next(dateAt(calendar, clock.startedAt))
  let spent = 0
  for (let date = first; ; date = next(date)) {
    if (!works(calendar, date)) {
      days.push(`${date} off`)
      continue
    }
    const close = closing(calendar, date)
    if (heldForEver(clock, close)) {
      // The kernel ends its sum where the last pause begins that never ends, joined with what touches it.
      return { at: null, provisional: false, days }
    }
    if (standsStillJustBefore(clock, close)) {
      days.push(`${date} paused`)
      continue
    }
    spent++
    days.push(`${date} ${date in calendar.makeUpDays ? 'make-up' : 'counted'} ${spent}`)
    if (spent === total(clock))
      return { at: end(clock, calendar, date), provisional: !inside(calendar, first) || !inside(calendar, date), days }
  }
}

function rollAndEnd(clock: ClockFacts, calendar: Calendar, last: string, days: string[]): OracleAnswer {
  let date = last
  while (!works(calendar, date)) {
    days.push(`${date} rolled`)
    date = next(date)
  }
  return { at: end(clock, calendar, date), provisional: !inside(calendar, last) || !inside(calendar, date), days }
}

function calendarDays(clock: ClockFacts, calendar: Calendar): OracleAnswer {
  const days: string[] = []
  let spent = 0
  for (let date = next(dateAt(calendar, clock.startedAt)); ; date = next(date)) {
    const midnight = midnightOf(calendar, next(date))
    if (heldForEver(clock, midnight)) return { at: null, provisional: false, days }
    if (standsStillJustBefore(clock, midnight)) {
      days.push(`${date} paused`)
      continue
    }
    spent++
    days.push(`${date} counted ${spent}`)
    if (spent === total(clock)) return rollAndEnd(clock, calendar, date, days)
  }
}

/** "The corresponding day, plus one day for each day after receipt up to the result that ended paused." */
function months(clock: ClockFacts, calendar: Calendar): OracleAnswer {
  const receipt = dateAt(calendar, clock.startedAt)
  const [year, month, day] = receipt.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + total(clock) + 1, 0)).getUTCDate()
  const corresponding = new Date(Date.UTC(year, month - 1 + total(clock), Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
  const days: string[] = []
  let owed = Math.round((Date.parse(corresponding) - Date.parse(receipt)) / DAY)
  let date = receipt
  while (owed > 0) {
    date = next(date)
    const midnight = midnightOf(calendar, next(date))
    if (heldForEver(clock, midnight)) return { at: null, provisional: false, days }
    if (standsStillJustBefore(clock, midnight)) days.push(`${date} paused`)
    else owed--
  }
  return rollAndEnd(clock, calendar, date, days)
}

function minutes(clock: ClockFacts, calendar: Calendar): OracleAnswer {
  const roundTheClock = clock.budget.unit === 'elapsed-hours'
  const needed = total(clock) * (clock.budget.unit === 'working-minutes' ? 1 : 60)
  const first = dateAt(calendar, clock.startedAt)
  const days: string[] = []
  let counted = 0
  for (let date = first; ; date = next(date)) {
    const midnight = midnightOf(calendar, date)
    const open = hours(calendar, date)
    let today = 0
    for (let minute = Math.max(0, (clock.startedAt - midnight) / MINUTE); minute < 24 * 60; minute++) {
      const from = midnight + minute * MINUTE
      if (clock.pauses.some((pause) => pause.to === null && pause.from <= from)) {
        if (today > 0) days.push(`${date} ${today}`)
        return { at: null, provisional: false, days }
      }
      if (!roundTheClock && !open.some((period) => period.from <= minute && minute < period.to)) continue
      if (clock.pauses.some((pause) => pause.from <= from && from < (pause.to ?? Infinity))) continue
      counted++
      today++
      if (counted < needed) continue
      days.push(`${date} ${today}`)
      return { at: from + MINUTE, provisional: !roundTheClock && (!inside(calendar, first) || !inside(calendar, date)), days }
    }
    if (today > 0) days.push(`${date} ${today}`)
  }
}

/** Spent by an instant: days whose close or 24:00 has come with the clock running, or minutes. */
export function oracleSpent(clock: ClockFacts, calendar: Calendar, asOf: number): number {
  const { unit } = clock.budget
  let spent = 0
  if (unit === 'working-days' || unit === 'calendar-days' || unit === 'calendar-months') {
    for (let date = next(dateAt(calendar, clock.startedAt)); midnightOf(calendar, date) <= asOf; date = next(date)) {
      if (unit === 'working-days' && !works(calendar, date)) continue
      const t = unit === 'working-days' ? closing(calendar, date) : midnightOf(calendar, next(date))
      if (t <= asOf && !standsStillJustBefore(clock, t)) spent++
    }
    return spent
  }
  for (let date = dateAt(calendar, clock.startedAt); midnightOf(calendar, date) < asOf; date = next(date)) {
    const midnight = midnightOf(calendar, date)
    const open = unit === 'elapsed-hours' ? [{ from: 0, to: 24 * 60 }] : hours(calendar, date)
    for (const period of open) {
      for (let minute = period.from; minute < period.to; minute++) {
        const at = midnight + minute * MINUTE
        if (at < clock.startedAt || at >= asOf) continue
        if (!clock.pauses.some((pause) => pause.from <= at && at < (pause.to ?? Infinity))) spent++
      }
    }
  }
  return unit === 'working-minutes' ? spent : spent / 60
}
