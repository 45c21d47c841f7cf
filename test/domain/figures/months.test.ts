import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../../catalog/loader/load-catalog.ts'
import { dayEndOf, endOfWorkingDay } from '../../../domain/figures/horizon.ts'
import { lastMonths, monthOf } from '../../../domain/figures/months.ts'

const at = (iso: string): number => Date.parse(`${iso}+08:00`)

describe('a month of the offices', () => {
  it('begins and ends at midnight of their zone', () => {
    expect(monthOf('2026-03')).toEqual({ month: '2026-03', from: at('2026-03-01T00:00'), to: at('2026-04-01T00:00') })
    expect(monthOf('2026-12')).toEqual({ month: '2026-12', from: at('2026-12-01T00:00'), to: at('2027-01-01T00:00') })
    expect([monthOf('2026-13'), monthOf('2026-3'), monthOf('March')]).toEqual([null, null, null])
  })

  it('that the present lies in is the last of the months shown, also in its first hour', () => {
    expect(lastMonths(at('2026-01-01T00:30'), 3).map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01'])
    expect(lastMonths(at('2025-12-31T23:59'), 2).map(({ month }) => month)).toEqual(['2025-11', '2025-12'])
  })
})

describe('what is due soon', () => {
  const calendar = loadCatalog('catalog').calendars.get('cn')

  it('ends with the third working day from now, over a weekend and over National Day', () => {
    if (calendar === undefined) throw new Error('no calendar cn')
    expect(endOfWorkingDay(calendar, at('2026-03-05T10:00'), 3)).toBe(at('2026-03-11T00:00'))
    // 30 September is a Wednesday; 1 to 7 October are off, Saturday the 10th is a make-up day.
    expect(endOfWorkingDay(calendar, at('2026-09-30T10:00'), 3)).toBe(at('2026-10-11T00:00'))
  })

  it('today ends at midnight of the offices', () => {
    expect(dayEndOf(at('2026-03-05T23:59'))).toBe(at('2026-03-06T00:00'))
    expect(dayEndOf(at('2026-03-05T00:00'))).toBe(at('2026-03-06T00:00'))
  })
})
