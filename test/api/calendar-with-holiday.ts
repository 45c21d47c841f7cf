import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { readCalendars } from '../../catalog/loader/calendars.ts'
import { isWorkingDay } from '../../domain/clocks/calendar.ts'

const DAY_MS = 86_400_000

/** The national calendar as version 2999.1, with the first working day after tomorrow off, whatever the year of the test. */
export function calendarWithHoliday(now: number): string {
  const calendar = readCalendars('catalog').calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  const dateOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
  let at = now + 2 * DAY_MS
  while (!isWorkingDay(calendar, dateOf(at)) || dateOf(at) in calendar.makeUpDays) at += DAY_MS
  const date = dateOf(at)
  const year = Number(date.slice(0, 4))

  const file = parse(readFileSync('catalog/calendars/cn.yaml', 'utf8'))
  file.version = '2999.1'
  const last = file.years.at(-1).year
  for (let next = last + 1; next <= year; next += 1) {
    file.years.push({ year: next, notice: { title: '通知', number: `${next}`, issued: `${next - 1}-11-01` }, holidays: [] })
  }
  file.covers.to = `${Math.max(last, year)}-12-31`
  file.years.find((each: { year: number }) => each.year === year).holidays.push({ zh: '测试日', en: 'Day of the test', from: date })
  return stringify(file)
}
