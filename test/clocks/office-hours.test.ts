import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { closeOf, isCovered, isWorkingDay, localDate, nextOpening, workingMinutesBetween } from '../../domain/clocks/calendar.ts'
import { dueAt } from '../../domain/clocks/due.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { at, clockOf } from './example.ts'
import { calendars, catalogCalendar, SEED } from './ledgers.ts'

const cn = catalogCalendar('cn')

describe('office hours', () => {
  it('the local date changes at 24:00 of China, not of UTC', () => {
    expect([localDate(cn, Date.parse('2026-03-02T15:59:59Z')), localDate(cn, Date.parse('2026-03-02T16:00:00Z'))]).toEqual([
      '2026-03-02',
      '2026-03-03',
    ])
  })

  it('an office closes at the end of its last period; a day without any ends at 24:00', () => {
    expect([closeOf(cn, '2026-03-02'), closeOf(cn, '2026-03-01'), closeOf(catalogCalendar('cn-west'), '2026-03-07')]).toEqual([
      at('2026-03-02 17:30'),
      at('2026-03-01 24:00'),
      at('2026-03-07 12:00'),
    ])
  })

  it('the next opening is now within office hours and the next period else', () => {
    expect(nextOpening(cn, at('2026-03-02 10:00'))).toBe(at('2026-03-02 10:00'))
    expect(nextOpening(cn, at('2026-03-02 12:00'))).toBe(at('2026-03-02 13:30'))
    expect(nextOpening(cn, at('2026-03-02 08:00'))).toBe(at('2026-03-02 09:00'))
    expect(nextOpening(cn, at('2026-02-14 17:30'))).toBe(at('2026-02-24 09:00'))
  })

  it('a working day without office hours still ends, at 24:00 (art. 203)', () => {
    const closedTuesday: Calendar = { ...cn, weekly: cn.weekly.map((day, i) => (i === 1 ? { ...day, periods: [] } : day)) }
    expect(dueAt(clockOf({ received: '2026-03-02 10:00', limit: [1, 'working-days'] }), closedTuesday).at).toBe(at('2026-03-03 24:00'))
    const trace = dueAt(clockOf({ received: '2026-03-02 17:00', limit: [1, 'working-hours'] }), closedTuesday, { trace: true }).trace
    expect(trace.find((line) => line.rule === 'skipped')).toEqual({ rule: 'skipped', date: '2026-03-03', why: { kind: 'no-office-hours' } })
  })

  it('minutes between two instants leave out breaks, nights and holidays', () => {
    expect(workingMinutesBetween(cn, at('2026-02-14 11:00'), at('2026-02-24 09:30'))).toBe(330)
    expect(workingMinutesBetween(cn, at('2026-03-02 12:00'), at('2026-03-02 13:30'))).toBe(0)
    expect(workingMinutesBetween(cn, at('2026-03-03 12:00'), at('2026-03-02 13:30'))).toBe(0)
  })

  it('spans that touch add up to the whole, to the minute, wherever they are cut (I5)', () => {
    fc.assert(
      fc.property(calendars, fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), { minLength: 2, maxLength: 9 }), (calendar, cuts) => {
        const instants = cuts.map((cut) => Date.parse('2026-01-20T00:00:00Z') + cut).sort((a, b) => a - b)
        const parts = instants.slice(1).map((to, i) => workingMinutesBetween(calendar, instants[i] ?? to, to))
        expect(parts.reduce((sum, minutes) => sum + minutes, 0)).toBe(
          workingMinutesBetween(calendar, Math.min(...instants), Math.max(...instants)),
        )
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('answers by the week on both sides of the announced years, as far as a century', () => {
    expect([
      isWorkingDay(cn, '2023-12-29'),
      isWorkingDay(cn, '2023-12-30'),
      isWorkingDay(cn, '1990-01-01'),
      isWorkingDay(cn, '2090-01-02'),
    ]).toEqual([true, false, true, true])
    expect([isCovered(cn, '2023-12-31'), isCovered(cn, '2024-01-01'), isCovered(cn, '2026-12-31'), isCovered(cn, '2027-01-01')]).toEqual([
      false,
      true,
      true,
      false,
    ])
    const early = dueAt(clockOf({ received: '1999-12-31 10:00', limit: [1, 'working-days'] }), cn)
    expect([early.at, early.provisional]).toEqual([at('2000-01-03 17:30'), true])
  })

  it('the order in which days were asked about makes no difference', () => {
    const clock = clockOf({ received: '2026-03-02 10:00', limit: [5, 'working-days'] })
    const fresh = catalogCalendar('cn')
    closeOf(fresh, '1985-06-01')
    closeOf(fresh, '2095-06-01')
    expect(dueAt(clock, fresh, { trace: true })).toEqual(dueAt(clock, catalogCalendar('cn'), { trace: true }))
  })

  it('an office open until 24:00 of the last announced day needs no day beyond it', () => {
    const late: Calendar = { ...cn, weekly: cn.weekly.map((day) => ({ ...day, periods: [{ from: 540, to: 1440 }] })) }
    const due = dueAt(clockOf({ received: '2026-12-31 23:00', limit: [1, 'working-hours'] }), late, { trace: true })
    expect([due.at, due.provisional]).toEqual([at('2026-12-31 24:00'), false])
    expect(due.trace.at(-1)).toMatchObject({ rule: 'due', moment: { date: '2026-12-31', time: '24:00' } })
  })

  it('a calendar that never opens is told instead of searched for ever', () => {
    const shut: Calendar = { ...cn, weekly: cn.weekly.map((day) => ({ ...day, working: false, periods: [] })), makeUpDays: {} }
    expect(() => dueAt(clockOf({ received: '2026-03-02 10:00', limit: [1, 'working-days'] }), shut)).toThrow('calendar cn')
    expect(() => nextOpening(shut, at('2026-03-02 10:00'))).toThrow('calendar cn')
  })
})
