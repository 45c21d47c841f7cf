import { describe, expect, it } from '@jest/globals'
import { remaining, spent } from '../../domain/clocks/spent.ts'
import { verdict } from '../../domain/clocks/verdict.ts'
import { at, clockOf } from './example.ts'
import { catalogCalendar } from './ledgers.ts'

const cn = catalogCalendar('cn')
const fiveDays = clockOf({ received: '2026-03-02 10:00', limit: [5, 'working-days'] })

describe('the verdict on a clock', () => {
  it('to stop at the due instant is in time, a second later is late', () => {
    expect(verdict(fiveDays, cn, at('2026-03-09 17:30'))).toMatchObject({ inTime: true, lateBy: null, dueAt: at('2026-03-09 17:30') })
    expect(verdict(fiveDays, cn, at('2026-03-09 17:30') + 1000)).toMatchObject({
      inTime: false,
      lateBy: { amount: 1, unit: 'working-days' },
    })
  })

  it('a late office is late by the working days begun since', () => {
    expect(verdict(fiveDays, cn, at('2026-03-12 09:00')).lateBy).toEqual({ amount: 3, unit: 'working-days' })
    expect(verdict(fiveDays, cn, at('2026-03-14 09:00')).lateBy).toEqual({ amount: 4, unit: 'working-days' })
  })

  it('calendar days and months are late by calendar days, hours by hours begun', () => {
    expect(verdict(clockOf({ received: '2026-03-02 10:00', limit: [4, 'calendar-days'] }), cn, at('2026-03-08 10:00')).lateBy).toEqual({
      amount: 2,
      unit: 'calendar-days',
    })
    expect(verdict(clockOf({ received: '2026-03-02 10:00', limit: [1, 'calendar-months'] }), cn, at('2026-04-03 10:00')).lateBy).toEqual({
      amount: 1,
      unit: 'calendar-days',
    })
    expect(verdict(clockOf({ received: '2026-03-02 10:00', limit: [2, 'working-hours'] }), cn, at('2026-03-02 14:31')).lateBy).toEqual({
      amount: 2,
      unit: 'working-hours',
    })
    expect(verdict(clockOf({ received: '2026-03-02 10:00', limit: [2, 'working-hours'] }), cn, at('2026-03-02 13:00')).lateBy).toEqual({
      amount: 1,
      unit: 'working-hours',
    })
    expect(verdict(clockOf({ received: '2026-03-02 10:00', limit: [2, 'elapsed-hours'] }), cn, at('2026-03-02 15:00')).lateBy).toEqual({
      amount: 3,
      unit: 'elapsed-hours',
    })
  })

  it('a clock stopped while a pause holds it is in time', () => {
    const held = clockOf({ received: '2026-03-02 10:00', limit: [1, 'working-days'], pauses: [['2026-03-03 09:00', null, 'hearing']] })
    expect(verdict(held, cn, at('2026-03-20 10:00'))).toMatchObject({ inTime: true, dueAt: null, lateBy: null })
  })

  it('says whose the office hours were, overlapping pauses once, and all adds up', () => {
    const clock = clockOf({
      received: '2026-03-02 09:00',
      limit: [5, 'working-days'],
      pauses: [
        ['2026-03-02 13:30', '2026-03-03 12:00', 'awaiting-materials'],
        ['2026-03-03 09:00', '2026-03-03 17:30', 'hearing'],
        ['2026-03-04 09:00', '2026-03-04 10:30', 'other-office-document'],
      ],
    })
    expect(verdict(clock, cn, at('2026-03-04 17:30')).shares).toEqual({
      expertMinutes: 420,
      excludedMinutes: 240,
      thirdPartyMinutes: 90,
      officeMinutes: 510,
    })
  })
})

describe('what is spent and left', () => {
  it('a working day is spent at its close', () => {
    expect(spent(fiveDays, cn, at('2026-03-03 17:29'))).toEqual({ amount: 0, unit: 'working-days' })
    expect(spent(fiveDays, cn, at('2026-03-03 17:30'))).toEqual({ amount: 1, unit: 'working-days' })
    expect(remaining(fiveDays, cn, at('2026-03-03 17:30'))).toEqual({ amount: 4, unit: 'working-days', exhausted: false })
  })

  it('at the due instant nothing is left, and what is spent goes on', () => {
    expect(remaining(fiveDays, cn, at('2026-03-09 17:30'))).toEqual({ amount: 0, unit: 'working-days', exhausted: true })
    expect(spent(fiveDays, cn, at('2026-03-11 18:00'))).toEqual({ amount: 7, unit: 'working-days' })
  })

  it('a last day that moved leaves nothing, yet is not over', () => {
    const clock = clockOf({ received: '2026-03-01 10:00', limit: [7, 'calendar-days'] })
    expect(remaining(clock, cn, at('2026-03-09 10:00'))).toEqual({ amount: 0, unit: 'calendar-days', exhausted: false })
  })

  it('days off while the last day moves are not owed', () => {
    const clock = clockOf({ received: '2026-09-24 10:00', limit: [10, 'calendar-days'] })
    expect(remaining(clock, cn, at('2026-10-07 12:00'))).toEqual({ amount: 0, unit: 'calendar-days', exhausted: false })
  })

  it('months are told in the days up to the corresponding day', () => {
    const clock = clockOf({ received: '2026-03-02 10:00', limit: [1, 'calendar-months'] })
    expect(remaining(clock, cn, at('2026-03-12 10:00'))).toEqual({ amount: 22, unit: 'calendar-days', exhausted: false })
  })

  it('before its start a clock has spent nothing', () => {
    expect(spent(clockOf({ received: '2026-03-02 10:00', limit: [4, 'working-hours'] }), cn, at('2026-03-01 10:00'))).toEqual({
      amount: 0,
      unit: 'working-hours',
    })
  })

  it('while paused the remaining hours stand still', () => {
    const clock = clockOf({ received: '2026-03-02 09:00', limit: [4, 'working-hours'], pauses: [['2026-03-02 10:30', null, 'hearing']] })
    expect(remaining(clock, cn, at('2026-03-20 10:00'))).toEqual({ amount: 2.5, unit: 'working-hours', exhausted: false })
  })

  it.each([0, -1, NaN, Infinity, 1.5])('a budget of %s days is a bug and stops', (amount) => {
    expect(() => remaining(clockOf({ received: '2026-03-02 10:00', limit: [amount, 'working-days'] }), cn, at('2026-03-02 10:00'))).toThrow(
      RangeError,
    )
  })
})
