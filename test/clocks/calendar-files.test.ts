import { describe, expect, it } from '@jest/globals'
import chineseDays from 'chinese-days'
import { isWorkingDay } from '../../domain/clocks/calendar.ts'
import { catalogCalendar } from './ledgers.ts'

function datesFrom(first: string, last: string): string[] {
  const dates: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}

describe('the national calendar', () => {
  const cn = catalogCalendar('cn')

  it.each([
    ['2024', 366, 251],
    ['2025', 365, 248],
    ['2026', 365, 248],
  ])('of %s agrees with an independent source on each of its %i days', (year, days, workingDays) => {
    const dates = datesFrom(`${year}-01-01`, `${year}-12-31`)
    expect(dates).toHaveLength(days)
    const different = dates.filter((date) => isWorkingDay(cn, date) !== chineseDays.isWorkday(date))
    expect(different).toEqual([])
    expect(dates.filter((date) => isWorkingDay(cn, date))).toHaveLength(workingDays)
  })

  it('names each year’s notice with number and day of issue', () => {
    expect(cn.notices.map((notice) => `${notice.year} ${notice.number} ${notice.issued}`)).toEqual([
      '2024 国办发明电〔2023〕7号 2023-10-25',
      '2025 国办发明电〔2024〕12号 2024-11-12',
      '2026 国办发明电〔2025〕7号 2025-11-04',
    ])
  })

  it('has the office hours 09:00 to 12:00 and 13:30 to 17:30 on make-up days too', () => {
    expect(cn.makeUpDays['2026-02-14']?.periods).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1050 },
    ])
    expect(cn.weekly[0]?.periods).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1050 },
    ])
  })
})

describe('the calendar of a city', () => {
  it('has the national days and its own, with the notices of both', () => {
    const west = catalogCalendar('cn-west')
    expect([west.holidays['2026-10-01']?.zh, west.holidays['2026-08-18']?.zh]).toEqual(['国庆节', '建市纪念日'])
    expect(west.notices).toHaveLength(6)
    expect(west.makeUpDays['2026-02-14']?.periods).toHaveLength(2)
    expect(west.covers).toEqual({ from: '2024-01-01', to: '2026-12-31' })
  })
})
