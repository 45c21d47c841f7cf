import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calculate } from '../../domain/clocks/calculate.ts'
import { parseCalculation } from '../../domain/clocks/calculation.ts'
import { instantText, parseInstant } from '../../domain/clocks/iso-instant.ts'
import { catalogCalendar, SEED } from './ledgers.ts'

const calendars = new Set(['cn', 'cn-west'])
const good = {
  id: 'a',
  calendar: 'cn',
  unit: 'working-days',
  amount: 5,
  startedAt: '2026-02-12T10:00:00+08:00',
  pauses: [],
  extensions: [],
}

function problems(change: Record<string, unknown>): string[] {
  return parseCalculation({ ...good, ...change }, calendars).problems.map((problem) => `${problem.field} ${problem.rule}`)
}

describe('a calculation is refused with field and rule', () => {
  it('but not when it is right, with or without what may be left out', () => {
    expect(problems({})).toEqual([])
    expect(problems({ pauses: undefined, extensions: undefined, id: 7, asOf: null, endsAt: 'midnight' })).toEqual([])
    expect(
      problems({
        pauses: [
          { from: '2026-02-13T01:00:00Z', reason: 'hearing' },
          { from: '2026-02-13T01:00:00Z', to: null, reason: '等部里批复' },
        ],
        extensions: [{ amount: 2, grantedAt: '2026-02-13T01:00Z', by: 'head' }],
      }),
    ).toEqual([])
  })

  it.each([
    ['a negative amount', { amount: -5 }, ['amount not-positive']],
    ['no amount of days', { amount: 0 }, ['amount not-positive']],
    ['half a day', { amount: 2.5 }, ['amount not-whole']],
    ['an absurd amount', { amount: 100_000 }, ['amount too-large']],
    ['an amount in words', { amount: '5' }, ['amount wrong-type']],
    ['an unknown unit', { unit: 'fortnights' }, ['unit unknown-word']],
    ['an unknown calendar', { calendar: 'mars' }, ['calendar unknown-calendar']],
    ['a missing start', { startedAt: undefined }, ['startedAt required']],
    ['an instant without zone', { startedAt: '2026-02-12T10:00:00' }, ['startedAt without-zone']],
    ['a date that does not exist', { startedAt: '2026-02-30T10:00:00+08:00' }, ['startedAt not-an-instant']],
    ['words for an instant', { asOf: 'yesterday' }, ['asOf not-an-instant']],
    ['a time in the far past', { startedAt: '0026-02-12T10:00:00+08:00' }, ['startedAt out-of-time']],
    ['a time in the far future', { asOf: '9026-02-12T10:00:00+08:00' }, ['asOf out-of-time']],
    [
      'a pause that ends before it begins',
      { pauses: [{ from: '2026-02-14T10:00:00+08:00', to: '2026-02-13T10:00:00+08:00', reason: 'hearing' }] },
      ['pauses.0.to ends-before-it-begins'],
    ],
    ['a pause without reason', { pauses: [{ from: '2026-02-14T10:00:00+08:00' }] }, ['pauses.0.reason required']],
    ['pauses that are none', { pauses: 'none' }, ['pauses wrong-type']],
    ['a pause that is none', { pauses: [3] }, ['pauses.0 wrong-type']],
    [
      'too many pauses',
      { pauses: Array.from({ length: 501 }, () => ({ from: '2026-02-14T10:00:00+08:00', reason: 'hearing' })) },
      ['pauses too-many'],
    ],
    [
      'pauses that together are longer than any case',
      { pauses: Array.from({ length: 101 }, () => ({ from: '2026-02-14T10:00:00Z', to: '2026-05-25T10:00:00Z', reason: 'hearing' })) },
      ['pauses paused-too-long'],
    ],
    [
      'an extension of nothing',
      { extensions: [{ amount: 0, grantedAt: '2026-02-14T10:00:00+08:00' }] },
      ['extensions.0.amount not-positive'],
    ],
    [
      'extensions beyond every limit',
      { extensions: [{ amount: 2499, grantedAt: '2026-02-14T10:00:00+08:00' }] },
      ['extensions total-too-large'],
    ],
    ['an unknown end', { endsAt: 'noon' }, ['endsAt unknown-word']],
    ['a field that is not known', { holidays: [] }, ['holidays unknown-field']],
    ['several at once, all told', { amount: -1, unit: 'years' }, ['unit unknown-word', 'amount not-positive']],
  ])('%s', (_title, change, expected) => {
    expect(problems(change)).toEqual(expected)
  })

  it.each([null, 'text', 5, [], true])('what is no object: %j', (value) => {
    expect(parseCalculation(value, calendars).problems.map((problem) => problem.rule)).toEqual(['not-an-object'])
  })

  it('in sentences of both languages that say what is allowed', () => {
    expect(parseCalculation({ ...good, unit: 'years' }, calendars).problems[0]?.message).toEqual({
      zh: '“years”不在允许的取值之中：working-minutes, working-hours, working-days, calendar-days, calendar-months, elapsed-hours',
      en: '"years" is none of: working-minutes, working-hours, working-days, calendar-days, calendar-months, elapsed-hours',
    })
  })

  it('never by an exception, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good), 'asOf', 'endsAt'), (value, field) => {
        const parsed = parseCalculation({ ...good, [field]: value }, calendars)
        expect(parsed.calculation === null).toBe(parsed.problems.length > 0)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})

describe('a calculation is answered', () => {
  it('with pauses as long as they may be, one of them open', () => {
    const long = Array.from({ length: 100 }, () => ({ from: '2026-02-14T10:00:00Z', to: '2026-05-25T10:00:00Z', reason: 'hearing' }))
    expect(problems({ pauses: [...long, { from: '2026-02-14T10:00:00Z', reason: 'hearing' }] })).toEqual([])
  })

  it('with two honest reports joined and both reasons in the sum', () => {
    const pauses = [
      { from: '2026-02-13T10:00:00+08:00', to: '2026-02-14T18:00:00+08:00', reason: 'hearing' },
      { from: '2026-02-14T09:00:00+08:00', to: '2026-02-24T09:00:00+08:00', reason: '等部里批复' },
    ]
    const { calculation } = parseCalculation({ ...good, amount: 1, pauses, asOf: '2026-02-24T18:00:00+08:00' }, calendars)
    if (!calculation) throw new Error('the calculation was refused')
    const answer = calculate(calculation, catalogCalendar('cn'))
    expect(answer).toMatchObject({
      id: 'a',
      dueAt: '2026-02-24T09:30:00.000Z',
      provisional: false,
      remaining: { amount: 0, unit: 'working-days', exhausted: true },
    })
    expect(answer.trace.find((line) => line['date'] === '2026-02-14')).toEqual({
      rule: 'paused',
      date: '2026-02-14',
      pauses: [
        { id: 'pause-1', reason: 'hearing' },
        { id: 'pause-2', reason: '等部里批复' },
      ],
      text: {
        zh: '2026年2月14日（周六）：中止（听证；等部里批复），不计入。',
        en: 'Sat 14 Feb 2026: not counted, paused (hearing; 等部里批复).',
      },
    })
    expect(answer.trace[0]).toMatchObject({
      rule: 'received',
      moment: { at: '2026-02-12T02:00:00.000Z', date: '2026-02-12', time: '10:00' },
    })
  })

  it('without a date while held, with what remains although nobody asked when', () => {
    const { calculation } = parseCalculation({ ...good, pauses: [{ from: '2026-02-14T10:00:00+08:00', reason: 'hearing' }] }, calendars)
    if (!calculation) throw new Error('the calculation was refused')
    expect(calculate(calculation, catalogCalendar('cn'))).toMatchObject({
      dueAt: null,
      remaining: { amount: 4, unit: 'working-days', exhausted: false },
    })
  })
})

describe('instants', () => {
  it.each([
    ['2026-02-12T10:00:00+08:00', '2026-02-12T02:00:00.000Z'],
    ['2026-02-12T02:00Z', '2026-02-12T02:00:00.000Z'],
    ['2026-02-12T10:00:00.1239+0800', '2026-02-12T02:00:00.123Z'],
    ['2026-02-12T24:00:00+08', '2026-02-12T16:00:00.000Z'],
    ['2026-02-11T20:30:15-05:30', '2026-02-12T02:00:15.000Z'],
  ])('%s is read', (text, expected) => {
    const at = parseInstant(text)
    expect(typeof at === 'number' ? instantText(at) : at).toBe(expected)
  })

  it.each([
    '2026-02-12',
    '2026-2-12T10:00Z',
    '2026-02-12T25:00Z',
    '2026-02-12T10:60Z',
    '2026-02-12T24:01Z',
    '2026-02-12T10:00+19:00',
    '',
    '1770861600000',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBe('not-an-instant')
  })

  it('are written as JavaScript writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }), (at) => {
        expect(instantText(at)).toBe(new Date(at).toISOString())
        expect(parseInstant(instantText(at))).toBe(at)
      }),
      { seed: SEED },
    )
  })
})
