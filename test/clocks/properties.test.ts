import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dueAt } from '../../domain/clocks/due.ts'
import type { Calendar, ClockFacts } from '../../domain/clocks/types.ts'
import { anyLedger, calendars, sayAtRun, SEED } from './ledgers.ts'
import { dateAt, works } from './oracle.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const options = { numRuns: 1500, seed: SEED }

/** A held clock has no date yet: later than any date. */
function due(clock: ClockFacts, calendar: Calendar): number {
  return dueAt(clock, calendar).at ?? Infinity
}

const span = fc.tuple(fc.integer({ min: -2000, max: 60_000 }), fc.integer({ min: 0, max: 15_000 }))

describe('what may and may not move a date', () => {
  sayAtRun('7 properties of 1500 ledgers')

  it('the set of facts decides, not the order in which they became known', () => {
    fc.assert(
      fc.property(anyLedger, calendars, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (clock, calendar, order) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each, i) => [order[i % 8] ?? 0, each] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, each]) => each)
        const other = { ...clock, pauses: shuffled(clock.pauses), extensions: shuffled(clock.extensions) }
        expect(dueAt(other, calendar, { trace: true })).toEqual(dueAt(clock, calendar, { trace: true }))
      }),
      options,
    )
  })

  it('a pause never brings a date forward', () => {
    fc.assert(
      fc.property(anyLedger, calendars, span, (clock, calendar, [start, length]) => {
        const from = clock.startedAt + start * MINUTE
        const paused = { ...clock, pauses: [...clock.pauses, { id: 'more', from, to: from + length * MINUTE, reason: 'test' }] }
        expect(due(paused, calendar)).toBeGreaterThanOrEqual(due(clock, calendar))
      }),
      options,
    )
  })

  it('a longer pause never brings a date forward', () => {
    fc.assert(
      fc.property(anyLedger, calendars, span, fc.integer({ min: 1, max: 5000 }), (clock, calendar, [start, length], more) => {
        const from = clock.startedAt + start * MINUTE
        const until = (to: number): number =>
          due({ ...clock, pauses: [...clock.pauses, { id: 'more', from, to, reason: 'test' }] }, calendar)
        expect(until(from + (length + more) * MINUTE)).toBeGreaterThanOrEqual(until(from + length * MINUTE))
      }),
      options,
    )
  })

  it('an extension never brings a date forward', () => {
    fc.assert(
      fc.property(anyLedger, calendars, fc.integer({ min: 1, max: 20 }), (clock, calendar, amount) => {
        const extended = { ...clock, extensions: [...clock.extensions, { id: 'more', amount, grantedAt: clock.startedAt, by: 'head' }] }
        expect(due(extended, calendar)).toBeGreaterThanOrEqual(due(clock, calendar))
      }),
      options,
    )
  })

  it('splitting a pause in two that touch changes nothing', () => {
    fc.assert(
      fc.property(anyLedger, calendars, span, fc.double({ min: 0, max: 1, noNaN: true }), (clock, calendar, [start, length], share) => {
        const from = clock.startedAt + start * MINUTE
        const to = from + length * MINUTE
        const middle = from + Math.round(length * share) * MINUTE
        const pause = (id: string, a: number, b: number) => ({ id, from: a, to: b, reason: 'test' })
        const whole = dueAt({ ...clock, pauses: [...clock.pauses, pause('w', from, to)] }, calendar)
        const parts = dueAt({ ...clock, pauses: [pause('b', middle, to), ...clock.pauses, pause('a', from, middle)] }, calendar)
        expect(parts).toEqual(whole)
      }),
      options,
    )
  })

  it('adding a holiday never brings a date forward', () => {
    fc.assert(
      fc.property(anyLedger, calendars, fc.integer({ min: 0, max: 60 }), (clock, calendar, offset) => {
        const date = dateAt(calendar, clock.startedAt + offset * DAY)
        if (date in calendar.makeUpDays) return
        const changed = { ...calendar, holidays: { ...calendar.holidays, [date]: { zh: '假', en: 'holiday' } } }
        expect(due(clock, changed)).toBeGreaterThanOrEqual(due(clock, calendar))
      }),
      options,
    )
  })

  it('adding a make-up day with its office hours never puts a date back', () => {
    fc.assert(
      fc.property(anyLedger, calendars, fc.integer({ min: 0, max: 60 }), (clock, calendar, offset) => {
        const date = dateAt(calendar, clock.startedAt + offset * DAY)
        if (works(calendar, date) || date in calendar.holidays) return
        const changed = {
          ...calendar,
          makeUpDays: { ...calendar.makeUpDays, [date]: { name: { zh: '班', en: 'make-up' }, periods: [{ from: 0, to: 1440 }] } },
        }
        expect(due(clock, changed)).toBeLessThanOrEqual(due(clock, calendar))
      }),
      options,
    )
  })
})
