import { isMap, isSeq, parseDocument } from 'yaml'
import { isWorkingDay, localDate } from '../../domain/clocks/calendar.ts'
import { DAY_MS } from '../../domain/clocks/local-date.ts'
import type { Calendar, Instant, LocalDate } from '../../domain/clocks/types.ts'

const FURTHEST_DAYS = 30

/** The first working day after the one of `now`. */
export function nextWorkingDay(calendar: Calendar, now: Instant): LocalDate {
  for (let days = 1; days <= FURTHEST_DAYS; days += 1) {
    const date = localDate(calendar, now + days * DAY_MS)
    if (isWorkingDay(calendar, date)) return date
  }
  throw new Error(`calendar ${calendar.id} has no working day within ${FURTHEST_DAYS} days`)
}

/** The text of a calendar with one more holiday on this date, as a version that is newer; throws where the year is not in it. */
export function withHoliday(text: string, date: LocalDate): string {
  const document = parseDocument(text)
  const years = document.get('years')
  const year = isSeq(years) ? years.items.find((each) => isMap(each) && each.get('year') === Number(date.slice(0, 4))) : undefined
  const holidays = isMap(year) ? year.get('holidays') : undefined
  if (!isSeq(holidays)) throw new Error(`the calendar has no holidays of ${date.slice(0, 4)}`)
  holidays.add(document.createNode({ zh: '测评假日', en: 'Holiday of the bench', from: date }))
  document.set('version', `${date.slice(0, 4)}.999`)
  return document.toString()
}
