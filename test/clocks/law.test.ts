import { describe, expect, it } from '@jest/globals'
import { addBackward } from '../../domain/clocks/backward.ts'
import { nextOpening } from '../../domain/clocks/calendar.ts'
import { dueAt } from '../../domain/clocks/due.ts'
import { PAUSE_REASONS, stopsClock, waitsFor } from '../../domain/clocks/pause-reasons.ts'
import { rungAt } from '../../domain/clocks/rung.ts'
import { verdict } from '../../domain/clocks/verdict.ts'
import { at, clockOf, type Example } from './example.ts'
import { catalogCalendar } from './ledgers.ts'

const cn = catalogCalendar('cn')

function due(example: Pick<Example, 'received' | 'limit' | 'pauses' | 'extensions' | 'endsAt'>): string | null {
  const { at: instant } = dueAt(clockOf(example), cn)
  return instant === null ? null : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

describe('the lines of the law that concern clocks (domain.md section 3)', () => {
  it('a deficiency notice is due within 5 working days of receipt (Administrative Licence Law art. 32)', () => {
    expect(due({ received: '2026-06-17 16:00', limit: [5, 'working-days'] })).toBe('2026-06-25 17:30')
  })

  it('a decision takes 20 working days from acceptance, 10 more with approval (art. 42)', () => {
    expect(due({ received: '2026-03-31 09:00', limit: [20, 'working-days'] })).toBe('2026-04-29 17:30')
    expect(due({ received: '2026-03-31 09:00', limit: [20, 'working-days'], extensions: [[10, '2026-04-20 10:00']] })).toBe(
      '2026-05-15 17:30',
    )
  })

  it('joint handling takes 45 working days, 15 more with approval (art. 42)', () => {
    expect(due({ received: '2026-06-30 09:00', limit: [45, 'working-days'] })).toBe('2026-09-01 17:30')
    expect(due({ received: '2026-06-30 09:00', limit: [45, 'working-days'], extensions: [[15, '2026-08-20 09:00']] })).toBe(
      '2026-09-21 17:30',
    )
  })

  it('a review by a lower level takes 20 working days (art. 43)', () => {
    expect(due({ received: '2026-07-01 17:29', limit: [20, 'working-days'] })).toBe('2026-07-29 17:30')
  })

  it('the document is delivered within 10 working days after the decision (art. 44)', () => {
    expect(due({ received: '2026-09-28 11:00', limit: [10, 'working-days'] })).toBe('2026-10-16 17:30')
  })

  it.each(['hearing', 'tender', 'auction', 'inspection', 'test', 'quarantine', 'appraisal', 'expert-review'] as const)(
    '%s is not counted, in no limit of the office (art. 45)',
    (reason) => {
      expect(waitsFor(reason)).toBe('excluded-procedure')
      expect((['legal', 'promised', 'stage'] as const).map((kind) => stopsClock(reason, kind))).toEqual([true, true, true])
      expect(
        due({ received: '2026-07-01 09:00', limit: [2, 'working-days'], pauses: [['2026-07-02 09:00', '2026-07-04 09:00', reason]] }),
      ).toBe('2026-07-07 17:30')
    },
  )

  it('working days are without statutory holidays (art. 82)', () => {
    expect(due({ received: '2026-04-30 10:00', limit: [1, 'working-days'] })).toBe('2026-05-06 17:30')
  })

  it('a residence permit is applied for within 30 days of entry and decided within 15 days of receipt (Exit and Entry Administration Law art. 30)', () => {
    expect(due({ received: '2026-03-01 22:00', limit: [30, 'calendar-days'], endsAt: 'midnight' })).toBe('2026-04-01 00:00')
    expect(due({ received: '2026-03-09 10:00', limit: [15, 'calendar-days'] })).toBe('2026-03-24 17:30')
  })

  it('a renewal is asked at least 30 days before expiry, on the working day before where that is a day off (art. 32)', () => {
    expect(addBackward(cn, '2026-04-30', { amount: 30, unit: 'calendar-days' })).toMatchObject({
      date: '2026-03-31',
      at: at('2026-03-31 17:30'),
      provisional: false,
    })
    expect(addBackward(cn, '2026-03-21', { amount: 30, unit: 'calendar-days' }).date).toBe('2026-02-14')
    expect(addBackward(cn, '2026-03-21', { amount: 30, unit: 'calendar-days' }, 'midnight').at).toBe(at('2026-02-14 24:00'))
    expect(addBackward(cn, '2026-03-02', { amount: 3, unit: 'working-days' }).date).toBe('2026-02-26')
    expect(addBackward(cn, '2026-03-31', { amount: 1, unit: 'calendar-months' }).date).toBe('2026-02-28')
    expect(addBackward(cn, '2027-03-31', { amount: 30, unit: 'calendar-days' }).provisional).toBe(true)
  })

  it('the first day does not count, hours count from the moment (Civil Code art. 201)', () => {
    expect(due({ received: '2026-03-02 00:00', limit: [1, 'calendar-days'] })).toBe('2026-03-03 17:30')
    expect(due({ received: '2026-03-02 09:10', limit: [1, 'working-hours'] })).toBe('2026-03-02 10:10')
  })

  it('months end on the corresponding day, else on the last day (art. 202)', () => {
    expect(due({ received: '2026-06-30 10:00', limit: [1, 'calendar-months'] })).toBe('2026-07-30 17:30')
    expect(due({ received: '2026-08-31 10:00', limit: [1, 'calendar-months'] })).toBe('2026-09-30 17:30')
  })

  it('a last day that is a day off moves to the next working day, and a make-up day is no day off (art. 203)', () => {
    expect(due({ received: '2026-05-01 10:00', limit: [1, 'calendar-days'] })).toBe('2026-05-06 17:30')
    expect(due({ received: '2026-05-08 10:00', limit: [1, 'calendar-days'] })).toBe('2026-05-09 17:30')
  })

  it('a day ends at 24:00, for an office when business stops (art. 203)', () => {
    expect(due({ received: '2026-03-02 10:00', limit: [1, 'calendar-days'], endsAt: 'midnight' })).toBe('2026-03-04 00:00')
    expect(due({ received: '2026-03-02 10:00', limit: [1, 'calendar-days'], endsAt: 'close' })).toBe('2026-03-03 17:30')
  })

  it('the hotline’s classes: 2 hours, 24 hours, 7 days, 15 days (12345)', () => {
    expect(due({ received: '2026-02-14 11:00', limit: [2, 'working-hours'] })).toBe('2026-02-14 14:30')
    expect(due({ received: '2026-02-14 11:00', limit: [24, 'elapsed-hours'] })).toBe('2026-02-15 11:00')
    expect(due({ received: '2026-03-02 11:00', limit: [7, 'calendar-days'] })).toBe('2026-03-09 17:30')
    expect(due({ received: '2026-03-02 11:00', limit: [15, 'calendar-days'] })).toBe('2026-03-17 17:30')
  })

  it('a wrong order goes back within 2 working days (12345)', () => {
    expect(due({ received: '2026-09-30 16:00', limit: [2, 'working-days'] })).toBe('2026-10-09 17:30')
  })

  it('the call-back is made the day after closing and the urging notice goes out the day after expiry (12345)', () => {
    expect(due({ received: '2026-03-05 16:00', limit: [1, 'working-days'] })).toBe('2026-03-06 17:30')
    const clock = clockOf({ received: '2026-03-02 10:00', limit: [4, 'working-days'] })
    expect(rungAt(clock, cn, { kind: 'units', amount: 1, unit: 'working-days' }, at('2026-03-06 17:30'))).toBe(at('2026-03-09 17:30'))
    expect(nextOpening(cn, at('2026-03-06 18:00'))).toBe(at('2026-03-09 09:00'))
  })

  it('yellow shows shortly before a limit, red after it, also for a step while the whole is in time', () => {
    const step = clockOf({ received: '2026-03-02 10:00', limit: [3, 'working-days'] })
    const whole = clockOf({ received: '2026-03-02 10:00', limit: [20, 'working-days'] })
    expect(rungAt(step, cn, { kind: 'units', amount: -1, unit: 'working-days' }, at('2026-03-05 17:30'))).toBe(at('2026-03-04 17:30'))
    expect([verdict(step, cn, at('2026-03-06 09:00')).inTime, verdict(whole, cn, at('2026-03-06 09:00')).inTime]).toEqual([false, true])
  })

  it('the applicant’s own delay is not the office’s time, yet does not stop the legal limit', () => {
    expect(
      ['awaiting-materials', 'awaiting-expert-decision']
        .map((reason) => PAUSE_REASONS.find((each) => each === reason))
        .map((reason) => reason && waitsFor(reason)),
    ).toEqual(['expert', 'expert'])
    expect((['stage', 'promised', 'legal'] as const).map((kind) => stopsClock('awaiting-materials', kind))).toEqual([true, true, false])
    const waited = verdict(
      clockOf({
        received: '2026-03-02 09:00',
        limit: [2, 'working-days'],
        pauses: [['2026-03-02 13:30', '2026-03-03 12:00', 'awaiting-materials']],
      }),
      cn,
      at('2026-03-03 17:30'),
    )
    expect(waited.shares).toEqual({ officeMinutes: 420, expertMinutes: 420, thirdPartyMinutes: 0, excludedMinutes: 0 })
  })

  it('what an expert rated badly is set right in 5 working days', () => {
    expect(due({ received: '2026-04-29 10:00', limit: [5, 'working-days'] })).toBe('2026-05-09 17:30')
  })

  it.each(['sign', 'acceptance', 'cure', 'answer', 'order-reply', 'extension-decision', 'aftercare'] as const)(
    'a %s clock never stops',
    (kind) => {
      expect(PAUSE_REASONS.filter((reason) => stopsClock(reason, kind))).toEqual([])
    },
  )
})
