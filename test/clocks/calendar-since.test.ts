import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calendarSince } from '../../domain/clocks/calendar-since.ts'
import { dueAt } from '../../domain/clocks/due.ts'
import { anyLedger, calendars, catalogCalendar, SEED } from './ledgers.ts'
import { dateAt } from './oracle.ts'

describe('the calendar a case carries', () => {
  it('leaves out the years before its receipt', () => {
    const cn = calendarSince(catalogCalendar('cn'), '2026-03-02')
    expect([cn.covers.from, cn.covers.to]).toEqual(['2026-01-01', '2026-12-31'])
    expect(Object.keys(cn.holidays)).toHaveLength(33)
    expect(Object.keys(cn.makeUpDays)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(cn.notices.map((notice) => notice.number)).toEqual(['国办发明电〔2025〕7号'])
  })

  it('is left as it is in its first year and after its last', () => {
    const cn = catalogCalendar('cn')
    expect([calendarSince(cn, '2024-05-01'), calendarSince(cn, '2027-05-01')]).toEqual([cn, cn])
  })

  it('gives every clock of the case the same date and the same sum, but for the range it names', () => {
    fc.assert(
      fc.property(anyLedger, calendars, (clock, calendar) => {
        const carried = calendarSince(calendar, dateAt(calendar, clock.startedAt))
        const sum = (from: typeof calendar) => dueAt(clock, from, { trace: true }).trace.filter((line) => line.rule !== 'provisional')
        expect(sum(carried)).toEqual(sum(calendar))
        expect(dueAt(clock, carried)).toEqual(dueAt(clock, calendar))
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
