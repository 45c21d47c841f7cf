import type { LocalDate } from './types.ts'

/** Days are counted from 1970-01-01 = 0; weekdays from Monday = 0. */
export type DayNumber = number

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Day number of a civil date of the Gregorian calendar. */
export function dayNumber({ year, month, day }: CivilDate): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export function civilDate(number: DayNumber): CivilDate {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** 'YYYY-MM-DD' of a day number. */
export function dateText(number: DayNumber): LocalDate {
  const { year, month, day } = civilDate(number)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** Day number of 'YYYY-MM-DD', or null where the text is no date of the calendar (30 February). */
export function dayOfDate(date: LocalDate): DayNumber | null {
  const match = DATE_PATTERN.exec(date)
  if (!match) return null
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  if (civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > daysInMonth(civil.year, civil.month)) return null
  return dayNumber(civil)
}

/** Day number of a date known to be one; throws RangeError else. */
export function requireDay(date: LocalDate): DayNumber {
  const day = dayOfDate(date)
  if (day === null) throw new RangeError(`not a date: "${date}"; expected YYYY-MM-DD`)
  return day
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * The corresponding day so many months later (earlier where negative), or the last day of that month
 * where there is none (Civil Code art. 202).
 */
export function correspondingDay(from: DayNumber, months: number): { readonly day: DayNumber; readonly lastOfMonth: boolean } {
  const { year, month, day } = civilDate(from)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  const last = daysInMonth(target.year, target.month)
  return { day: dayNumber({ ...target, day: Math.min(day, last) }), lastOfMonth: day > last }
}
