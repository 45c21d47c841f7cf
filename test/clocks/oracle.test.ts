import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dueAt } from '../../domain/clocks/due.ts'
import { remaining, spent } from '../../domain/clocks/spent.ts'
import type { TraceLine } from '../../domain/clocks/trace-line.ts'
import { UNITS, type Calendar, type ClockFacts } from '../../domain/clocks/types.ts'
import { calendars, ledgers, sayAtRun, SEED } from './ledgers.ts'
import { oracle, oracleSpent } from './oracle.ts'

const RUNS = {
  'working-days': 5000,
  'calendar-days': 5000,
  'calendar-months': 4000,
  'working-hours': 2200,
  'working-minutes': 2200,
  'elapsed-hours': 2000,
} as const

/** The days of a trace in the words of the oracle; spans of hours are summed by day. */
function daysOf(trace: readonly TraceLine[]): string[] {
  const days: string[] = []
  const minutes = new Map<string, number>()
  for (const line of trace) {
    if (line.rule === 'counted' || line.rule === 'make-up') days.push(`${line.date} ${line.rule} ${line.day}`)
    else if (line.rule === 'paused') days.push(`${line.date} paused`)
    else if (line.rule === 'skipped') days.push(`${line.date} off`)
    else if (line.rule === 'rolled') days.push(...line.over.map((day) => `${day.date} rolled`))
    else if (line.rule === 'open-time') minutes.set(line.from.date, (minutes.get(line.from.date) ?? 0) + line.countedMs / 60_000)
  }
  return minutes.size > 0 ? [...minutes].map(([date, sum]) => `${date} ${sum}`) : days
}

/** What every trace must show by itself: its numbers run to the budget, its spans add up, its end is the answer. */
function addsUp(clock: ClockFacts, trace: readonly TraceLine[], at: number | null): void {
  expect(trace[0]?.rule).toBe('received')
  const due = trace.at(-1)
  expect(due?.rule === 'due' ? due.moment.at : due?.rule === 'held' ? null : undefined).toBe(at)
  const budget = clock.extensions.reduce((sum, extension) => sum + extension.amount, clock.budget.amount)
  const left = due?.rule === 'held' ? due.remaining : 0
  const counted = trace.flatMap((line) => (line.rule === 'counted' || line.rule === 'make-up' ? [line.day] : []))
  expect(counted).toEqual(counted.map((_, index) => index + 1))
  const spans = trace.flatMap((line) => (line.rule === 'open-time' || line.rule === 'elapsed' ? [line] : []))
  let sum = 0
  for (const span of spans) {
    sum += span.countedMs
    expect([span.countedMs, span.totalMs]).toEqual([span.to.at - span.from.at, sum])
  }
  const perUnit = { 'working-minutes': 60_000, 'working-hours': 3_600_000, 'elapsed-hours': 3_600_000 }
  switch (clock.budget.unit) {
    case 'working-days':
    case 'calendar-days':
      expect(counted.length + left).toBe(budget)
      return
    case 'calendar-months': {
      const corresponding = trace.find((line) => line.rule === 'corresponding-day')
      const rolled = trace.find((line) => line.rule === 'rolled')
      const paused = trace.filter((line) => line.rule === 'paused').length
      if (corresponding?.rule !== 'corresponding-day') throw new Error('no corresponding day in the trace')
      const last = new Date(Date.parse(corresponding.date) + paused * 86_400_000).toISOString().slice(0, 10)
      const added = trace.find((line) => line.rule === 'paused-days-added')
      if (due?.rule === 'due') expect(added).toEqual(paused === 0 ? undefined : { rule: 'paused-days-added', days: paused, date: last })
      if (rolled?.rule === 'rolled') expect(rolled.date).toBe(last)
      else if (due?.rule === 'due') expect(due.moment.date).toBe(last)
      return
    }
    default:
      expect(Math.abs(sum / perUnit[clock.budget.unit] + left - budget)).toBeLessThan(1e-9)
  }
}

/** Days of the oracle's list that the kernel's trace of a held clock does not show: those within the span that never ends. */
function beforeHeld(days: readonly string[], trace: readonly TraceLine[], calendar: Calendar): readonly string[] {
  const held = trace.at(-1)
  if (held?.rule !== 'held') return days
  const since = new Date(held.since.at + calendar.offsetMinutes * 60_000).toISOString().slice(0, 10)
  return days.filter((day) => day.slice(0, 10) < since || (day.slice(0, 10) === since && !day.endsWith('paused') && !day.endsWith('off')))
}

describe('the kernel and a day-by-day, minute-by-minute reading of the rules', () => {
  it.each(UNITS)('agree on date, provisional and every line in %s', (unit) => {
    sayAtRun(`${RUNS[unit]} ledgers in ${unit}`)
    fc.assert(
      fc.property(ledgers(unit), calendars, (clock, calendar) => {
        const expected = oracle(clock, calendar)
        const actual = dueAt(clock, calendar, { trace: true })
        expect([actual.at, actual.provisional]).toEqual([expected.at, expected.provisional])
        expect(dueAt(clock, calendar)).toEqual({ at: expected.at, provisional: expected.provisional, trace: [] })
        addsUp(clock, actual.trace, expected.at)
        if (unit === 'elapsed-hours') return
        const held = actual.trace.at(-1)?.rule === 'held'
        const shown = daysOf(actual.trace)
        if (!held) {
          const isTime = unit === 'working-hours' || unit === 'working-minutes'
          expect(isTime ? shown.filter((day) => !day.endsWith('off')) : shown).toEqual(expected.days)
        } else {
          const common = (day: string): boolean => !day.endsWith('off') && !day.endsWith('paused')
          expect(shown.filter(common)).toEqual(beforeHeld(expected.days, actual.trace, calendar).filter(common))
        }
      }),
      { numRuns: RUNS[unit], seed: SEED },
    )
  })

  it('agree on what is spent and left at any instant', () => {
    sayAtRun('2400 instants of spent and remaining')
    for (const unit of UNITS) {
      fc.assert(
        fc.property(ledgers(unit), calendars, fc.integer({ min: -2000, max: 40_000 }), (clock, calendar, minutes) => {
          const asOf = clock.startedAt + minutes * 60_000
          const expected = oracleSpent(clock, calendar, asOf)
          expect(spent(clock, calendar, asOf).amount).toBeCloseTo(expected, 9)
          const due = oracle(clock, calendar).at
          const left = remaining(clock, calendar, asOf)
          expect(left.exhausted).toBe(due !== null && asOf >= due)
          if (left.exhausted) expect(left.amount).toBe(0)
          else if (unit !== 'calendar-months') {
            const budget = clock.extensions.reduce((sum, extension) => sum + extension.amount, clock.budget.amount)
            expect(left.amount).toBeCloseTo(Math.max(0, budget - expected), 9)
          }
        }),
        { numRuns: 400, seed: SEED },
      )
    }
  })
})
