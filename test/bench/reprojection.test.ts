import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { extrapolated, reprojectionReport } from '../../bench/figures/reprojection-report.ts'
import { nextWorkingDay, withHoliday } from '../../bench/reprojection/newer-calendar.ts'
import { readCalendarImport } from '../../catalog/loader/calendar-import.ts'
import { readCalendars } from '../../catalog/loader/calendars.ts'

const CATALOG = join(import.meta.dirname, '..', '..', 'catalog')
const cn = readCalendars(CATALOG).calendars.get('cn')
if (cn === undefined) throw new Error('no calendar cn')
const text = readFileSync(join(CATALOG, 'calendars', 'cn.yaml'), 'utf8')

describe('the newer calendar of the bench', () => {
  it('makes the next working day a holiday: after the Wednesday before National Day that is a day after it', () => {
    expect(nextWorkingDay(cn, Date.parse('2026-09-29T20:00:00+08:00'))).toBe('2026-09-30')
    expect(nextWorkingDay(cn, Date.parse('2026-09-30T20:00:00+08:00'))).toBe('2026-10-08')
  })

  it('is taken by the loader as a newer version, with that holiday and nothing else changed', () => {
    const { changed, problems } = readCalendarImport(withHoliday(text, '2026-03-11'), 'cn.yaml', new Map([['cn', { calendar: cn, text }]]))
    expect(problems).toEqual([])
    expect(changed.map(({ calendar }) => calendar)).toEqual([
      { ...cn, version: '2026.999', holidays: { ...cn.holidays, '2026-03-11': { zh: '测评假日', en: 'Holiday of the bench' } } },
    ])
  })

  it('cannot be of a year that is not announced', () => {
    expect(() => withHoliday(text, '2031-03-11')).toThrow('no holidays of 2031')
  })
})

describe('the figures of a re-projection', () => {
  const run = { seconds: 10, appeals: 100, moved: 100, clocksMoved: 400 }

  it('reckon the run for 100,000 clocks from those that moved, and say that this was not measured', () => {
    expect(extrapolated(run, 100_000)).toBe(2500)
    expect(extrapolated({ ...run, clocksMoved: 0 }, 100_000)).toBeNull()
    const cpu = { worker: 1, 'bare-worker': 0, temporal: 0, postgres: 0, api: 0, driver: 0 }
    const kernel = { clocks: 100_000, seconds: 0.5, moved: 70_000 }
    const lines = reprojectionReport({ run, kernel, preview: { ...kernel, appeals: 25_000, seconds: 4 } }, cpu)
    expect(lines.map((line) => line.trim().split(/\s{2,}/)).slice(2, 6)).toEqual([
      ['kernel, in memory', '100000', '70000', '0.50', '200000'],
      ['preview, from PostgreSQL', '100000', '70000', '4.00', '25000'],
      ['run, by workflows', '400', '400', '10.00', '40'],
      ['run, extrapolated, not measured', '100000', '2500'],
    ])
  })
})
