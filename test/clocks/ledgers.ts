import { join } from 'node:path'
import fc from 'fast-check'
import { readCalendars } from '../../catalog/loader/calendars.ts'
import { UNITS, type Calendar, type ClockFacts, type Period, type Unit } from '../../domain/clocks/types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The calendars of the catalogue, by id. */
export function catalogCalendar(id: string): Calendar {
  const calendar = readCalendars(join(import.meta.dirname, '../../catalog')).calendars.get(id)
  if (!calendar) throw new Error(`no calendar ${id}`)
  return calendar
}

const text = (word: string) => ({ zh: word, en: word })

const periods: fc.Arbitrary<Period[]> = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }).map((cuts) => {
  const sorted = [...cuts].sort((a, b) => a - b)
  const result: Period[] = []
  for (let i = 0; i + 1 < sorted.length; i += 2) result.push({ from: (sorted[i] ?? 0) * 15, to: (sorted[i + 1] ?? 0) * 15 })
  return result
})

const noon: Period[] = [
  { from: 540, to: 720 },
  { from: 810, to: 1050 },
]

/** A calendar of any week with holidays and make-up days in 2025 and 2026, always with some working day and hours. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    offsetMinutes: fc.constantFrom(480, 480, 0, -300, 345),
    weekly: fc.tuple(
      fc.constant(true),
      fc.array(fc.record({ working: fc.boolean(), periods: fc.oneof(fc.constant([]), fc.constant(noon), periods) }), {
        minLength: 6,
        maxLength: 6,
      }),
    ),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 729 }), { maxLength: 40 }),
    makeUpPeriods: periods,
  })
  .map(({ offsetMinutes, weekly, days, makeUpPeriods }) => {
    const week = [{ working: true, periods: noon }, ...weekly[1]]
    const calendar = {
      id: 'any',
      version: '1',
      name: text('any'),
      offsetMinutes,
      covers: { from: '2025-01-01', to: '2026-12-31' },
      weekly: week,
      holidays: {} as Record<string, { zh: string; en: string }>,
      makeUpDays: {} as Record<string, { name: { zh: string; en: string }; periods: Period[] }>,
      notices: [],
    }
    for (const offset of days) {
      const at = Date.UTC(2025, 0, 1) + offset * DAY
      const date = new Date(at).toISOString().slice(0, 10)
      const sundayFirst = new Date(at).getUTCDay()
      if (week[sundayFirst === 0 ? 6 : sundayFirst - 1]?.working) calendar.holidays[date] = text(`holiday ${offset}`)
      else calendar.makeUpDays[date] = { name: text(`make-up ${offset}`), periods: makeUpPeriods }
    }
    return calendar
  })

const named = [catalogCalendar('cn'), catalogCalendar('cn-west')]
export const calendars: fc.Arbitrary<Calendar> = fc.oneof(fc.constantFrom(...named), anyCalendar)

const GREATEST: Readonly<Record<Unit, number>> = {
  'working-minutes': 1500,
  'working-hours': 30,
  'working-days': 45,
  'calendar-days': 90,
  'calendar-months': 14,
  'elapsed-hours': 150,
}

/** Instants that rules turn on: closes, openings and midnights as well as any minute. */
const minuteOfDay = fc.oneof(fc.constantFrom(0, 540, 541, 720, 810, 1049, 1050, 1051, 1439), fc.integer({ min: 0, max: 1439 }))
const instant = (from: number, days: number) =>
  fc.tuple(fc.integer({ min: 0, max: days }), minuteOfDay).map(([day, minute]) => from + day * DAY + (minute - 480) * MINUTE)

export function ledgers(unit: Unit): fc.Arbitrary<ClockFacts> {
  const start = instant(Date.UTC(2024, 11, 1), 755)
  return start.chain((startedAt) => {
    const base = Math.floor(startedAt / DAY) * DAY
    const moment = instant(base - 3 * DAY, 40)
    const pauses = fc
      .array(
        fc.record({
          from: moment,
          length: fc.oneof(
            fc.constant(0),
            fc.integer({ min: 0, max: 600 }),
            fc.integer({ min: 0, max: 9 }).map((days) => days * 1440),
          ),
          open: fc.nat({ max: 15 }),
        }),
        { maxLength: 4 },
      )
      .map((list) =>
        list.map(({ from, length, open }, i) => ({
          id: `p${i}`,
          from,
          to: open === 0 ? null : from + length * MINUTE,
          reason: i % 2 === 0 ? 'hearing' : 'awaiting-materials',
        })),
      )
    return fc.record({
      budget: fc.record({ amount: fc.integer({ min: 1, max: GREATEST[unit] }), unit: fc.constant(unit) }),
      startedAt: fc.constant(startedAt),
      pauses,
      extensions: fc
        .array(fc.record({ amount: fc.integer({ min: 1, max: 10 }), grantedAt: moment }), { maxLength: 2 })
        .map((list) => list.map((extension, i) => ({ id: `e${i}`, by: 'head', ...extension }))),
      endsAt: fc.constantFrom<ClockFacts['endsAt']>('close', 'midnight'),
    })
  })
}

export const anyLedger: fc.Arbitrary<ClockFacts> = fc.constantFrom(...UNITS).chain(ledgers)

/** Seed of this run; set CLOCK_SEED to repeat one. */
export const SEED = Number(process.env['CLOCK_SEED'] ?? Date.now() % 2_147_483_647)

export function sayAtRun(words: string): void {
  process.stdout.write(`${words}, CLOCK_SEED=${SEED}\n`)
}
