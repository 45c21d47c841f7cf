import { describe, expect, it } from '@jest/globals'
import { dueAt } from '../../domain/clocks/due.ts'
import { rungAt, type ClockOffset } from '../../domain/clocks/rung.ts'
import { clockOf, type Example } from './example.ts'
import { catalogCalendar } from './ledgers.ts'

function rung(example: Pick<Example, 'received' | 'limit' | 'pauses' | 'extensions' | 'endsAt'>, offset: ClockOffset): string {
  const clock = clockOf(example)
  const cn = catalogCalendar('cn')
  const due = dueAt(clock, cn).at
  if (due === null) throw new Error('the example has no date')
  return new Date(rungAt(clock, cn, offset, due) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const units = (amount: number, unit: Extract<ClockOffset, { kind: 'units' }>['unit']): ClockOffset => ({ kind: 'units', amount, unit })
const percent = (share: number): ClockOffset => ({ kind: 'percent', percent: share })

describe('a rung stands', () => {
  it('one working day before: at the close of the working day before the due day', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'] }, units(-1, 'working-days'))).toBe('2026-03-06 17:30')
  })

  it('two working days before, over Spring Festival and a make-up Saturday', () => {
    expect(rung({ received: '2026-02-12 10:00', limit: [3, 'working-days'] }, units(-2, 'working-days'))).toBe('2026-02-13 17:30')
    expect(rung({ received: '2026-02-12 10:00', limit: [3, 'working-days'] }, units(-1, 'working-days'))).toBe('2026-02-14 17:30')
  })

  it('at the due instant itself', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'] }, units(0, 'working-days'))).toBe('2026-03-09 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'] }, percent(100))).toBe('2026-03-09 17:30')
  })

  it('working days after: at the close of that working day', () => {
    expect(rung({ received: '2026-02-12 10:00', limit: [2, 'working-days'] }, units(1, 'working-days'))).toBe('2026-02-24 17:30')
  })

  it('calendar days before go back to a working day, those after go on to one', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [7, 'calendar-days'] }, units(-1, 'calendar-days'))).toBe('2026-03-06 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [4, 'calendar-days'] }, units(1, 'calendar-days'))).toBe('2026-03-09 17:30')
  })

  it('before the expert’s 24:00 by the day that ends there, not by the next', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'], endsAt: 'midnight' }, units(-1, 'working-days'))).toBe(
      '2026-03-06 17:30',
    )
  })

  it('a share of a budget of days rounds down to a close', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'] }, percent(80))).toBe('2026-03-06 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [5, 'working-days'] }, percent(79))).toBe('2026-03-05 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [10, 'calendar-days'] }, percent(60))).toBe('2026-03-06 17:30')
  })

  it('a share of less than one day stands at the first close after the start, never at the start itself', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [1, 'working-days'] }, percent(50))).toBe('2026-03-02 17:30')
    expect(rung({ received: '2026-03-02 18:00', limit: [1, 'working-days'] }, percent(50))).toBe('2026-03-03 17:30')
  })

  it('half of two calendar days that begin on a Saturday is not the Friday before', () => {
    expect(rung({ received: '2026-03-07 10:00', limit: [2, 'calendar-days'] }, percent(50))).toBe('2026-03-09 17:30')
  })

  it('a share is of the budget with its extension', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [4, 'working-days'], extensions: [[4, '2026-03-04 10:00']] }, percent(50))).toBe(
      '2026-03-06 17:30',
    )
  })

  it('hours before are when so many are left, pauses taken out', () => {
    expect(rung({ received: '2026-03-02 09:00', limit: [4, 'working-hours'] }, units(-2, 'working-hours'))).toBe('2026-03-02 11:00')
    expect(
      rung(
        { received: '2026-03-02 09:00', limit: [4, 'working-hours'], pauses: [['2026-03-02 10:00', '2026-03-02 14:00', 'hearing']] },
        units(-2, 'working-hours'),
      ),
    ).toBe('2026-03-02 15:00')
    expect(rung({ received: '2026-03-02 09:00', limit: [4, 'working-hours'] }, units(-6, 'working-hours'))).toBe('2026-03-02 09:00')
  })

  it('hours after are office hours, elapsed hours are not', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [2, 'working-hours'] }, units(1, 'working-hours'))).toBe('2026-03-02 14:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [2, 'elapsed-hours'] }, units(1, 'elapsed-hours'))).toBe('2026-03-02 13:00')
    expect(rung({ received: '2026-03-02 10:00', limit: [2, 'elapsed-hours'] }, units(-1, 'elapsed-hours'))).toBe('2026-03-02 11:00')
  })

  it('half of a limit in minutes is half of its office minutes', () => {
    expect(rung({ received: '2026-03-02 11:30', limit: [120, 'working-minutes'] }, percent(50))).toBe('2026-03-02 14:00')
  })

  it('hours after a limit in days count from its close', () => {
    expect(rung({ received: '2026-03-06 10:00', limit: [1, 'working-days'] }, units(2, 'working-hours'))).toBe('2026-03-10 11:00')
  })

  it('further back than the limit is long, whatever was asked of the calendar before', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [1, 'working-days'] }, units(-60, 'working-days'))).toBe('2025-12-02 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [1, 'working-days'] }, units(-350, 'working-hours'))).toBe('2025-12-16 17:30')
    expect(rung({ received: '2026-03-02 10:00', limit: [1, 'calendar-days'] }, units(-12, 'calendar-months'))).toBe('2025-03-03 17:30')
  })

  it('a month after', () => {
    expect(rung({ received: '2026-03-02 10:00', limit: [1, 'calendar-months'] }, units(1, 'calendar-months'))).toBe('2026-05-06 17:30')
  })
})
