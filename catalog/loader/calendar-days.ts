import { dateText, dayOfDate, weekdayOf, type DayNumber } from '../../domain/clocks/local-date.ts'
import type { Calendar, LocalDate, MakeUpDay, Period, WeekDay } from '../../domain/clocks/types.ts'
import type { Text } from '../../domain/text.ts'
import { periodsOf } from './calendar-periods.ts'
import type { CalendarReport } from './calendar-rules.ts'
import type { CalendarFile } from './calendar-schema.ts'
import type { Path } from './problem.ts'

export interface DaysGiven {
  readonly covers: { readonly from: DayNumber; readonly to: DayNumber }
  readonly weekly: readonly WeekDay[]
  readonly makeUpOpen: readonly Period[]
  readonly base: Calendar | null
}

/** Longest holiday of one notice; a longer one is a slip of the pen. */
const MAX_HOLIDAY_DAYS = 31

/** Holidays and make-up days of a file added to those of its base, each day with one meaning only. */
export function daysOf(
  file: CalendarFile,
  given: DaysGiven,
  report: CalendarReport,
): { readonly holidays: Readonly<Record<LocalDate, Text>>; readonly makeUpDays: Readonly<Record<LocalDate, MakeUpDay>> } {
  const holidays: Record<LocalDate, Text> = { ...given.base?.holidays }
  const makeUpDays: Record<LocalDate, MakeUpDay> = { ...given.base?.makeUpDays }
  file.years.forEach((year, y) => {
    year.holidays.forEach((holiday, h) => {
      const path = ['years', y, 'holidays', h]
      const name = { zh: holiday.zh, en: holiday.en }
      for (const day of holidayDays(holiday, path, report)) {
        const date = dateText(day)
        if (!placed(day, year.year, given, [...path, 'from'], report)) continue
        if (date in holidays) report('calendar-day-twice', [...path, 'from'], { date })
        else holidays[date] = name
      }
    })
  })
  file.years.forEach((year, y) => {
    year.holidays.forEach((holiday, h) => {
      holiday.makeUp.forEach((makeUp, m) => {
        const path = ['years', y, 'holidays', h, 'makeUp', m]
        const day = dayOf(makeUp.date, path, report)
        if (day === null || !placed(day, year.year, given, path, report)) return
        const date = dateText(day)
        const periods = makeUp.open ? periodsOf(makeUp.open, [...path, 'open'], report) : given.makeUpOpen
        if (periods.length === 0 && (makeUp.open ?? []).length === 0) report('calendar-make-up-hours', path, { date })
        if (date in makeUpDays) report('calendar-day-twice', path, { date })
        else if (!(date in holidays) && given.weekly[weekdayOf(day)]?.working) report('calendar-make-up-on-working-day', path, { date })
        else makeUpDays[date] = { name: { zh: `${holiday.zh}调休`, en: `make-up day of ${holiday.en}` }, periods }
      })
    })
  })
  reportBoth(file, holidays, makeUpDays, report)
  return { holidays, makeUpDays }
}

/** A day of two meanings is told where this file gives it, be the other meaning here or in the base. */
function reportBoth(file: CalendarFile, holidays: object, makeUpDays: object, report: CalendarReport): void {
  const told = new Set<string>()
  const tell = (date: string, path: Path): void => {
    if (!(date in holidays && date in makeUpDays) || told.has(date)) return
    told.add(date)
    report('calendar-holiday-and-make-up', path, { date })
  }
  file.years.forEach((year, y) => {
    year.holidays.forEach((holiday, h) => {
      holiday.makeUp.forEach((makeUp, m) => {
        tell(makeUp.date, ['years', y, 'holidays', h, 'makeUp', m])
      })
      const [from, to] = [dayOfDate(holiday.from), dayOfDate(holiday.to ?? holiday.from)]
      if (from === null || to === null) return
      for (let day = from; day <= to && day < from + MAX_HOLIDAY_DAYS; day++) tell(dateText(day), ['years', y, 'holidays', h, 'from'])
    })
  })
}

export function dayOf(date: string, path: Path, report: CalendarReport): DayNumber | null {
  const day = dayOfDate(date)
  if (day === null) report('calendar-date', path, { word: date })
  return day
}

function holidayDays(
  holiday: { readonly from: string; readonly to?: string | undefined },
  path: Path,
  report: CalendarReport,
): readonly DayNumber[] {
  const from = dayOf(holiday.from, [...path, 'from'], report)
  const to = holiday.to === undefined ? from : dayOf(holiday.to, [...path, 'to'], report)
  if (from === null || to === null) return []
  if (to < from || to - from >= MAX_HOLIDAY_DAYS) {
    report('calendar-backwards', [...path, 'to'], { from: holiday.from, to: holiday.to ?? holiday.from })
    return []
  }
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

/** A notice for a year speaks of that year and of the days that lead into it and out of it. */
function placed(day: DayNumber, year: number, given: DaysGiven, path: Path, report: CalendarReport): boolean {
  const date = dateText(day)
  if (day < given.covers.from || day > given.covers.to) {
    report('calendar-outside', path, { date })
    return false
  }
  if (date >= `${year - 1}-12-01` && date <= `${year + 1}-01-31`) return true
  report('calendar-wrong-year', path, { date, year: String(year) })
  return false
}
