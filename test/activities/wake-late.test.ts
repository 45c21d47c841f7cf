import { describe, expect, it } from '@jest/globals'
import { createWakeLate, type LateCase } from '../../activities/wake-late.ts'
import { type ClockFace, REAL_TIME } from '../../domain/time/clock-face.ts'

const NOON = Date.parse('2026-03-05T04:00:00Z')
const late = (name: string, dueAt = NOON - 120_000): LateCase => ({ caseId: name, dueAt })

/** Appeals that sleep in the tables, and an engine that remembers whom it woke. */
function office(asleep: readonly LateCase[], { face = REAL_TIME, deaf = [], missing = [] }: Partial<Setting> = {}) {
  const asked: number[] = []
  const woken: string[] = []
  const told: [string, ClockFace][] = []
  const noted: string[] = []
  const lines: string[] = []
  const counts = new Map<string, number>()
  const days: [string, number][] = []
  const hear = (caseId: string): boolean => {
    if (deaf.includes(caseId)) throw new Error('the engine did not take it')
    return !missing.includes(caseId)
  }
  const { wakeLate } = createWakeLate({
    cases: {
      late: async (before, after, limit) => {
        asked.push(before)
        const from = after === null ? 0 : asleep.findIndex((one) => one.caseId === after.caseId) + 1
        return asleep.slice(from, from + limit)
      },
      noteWoken: async (cases) => void noted.push(...cases.map((one) => one.caseId)),
      forgetMoved: async () => undefined,
    },
    engine: {
      wake: async (caseId) => hear(caseId) && woken.push(caseId) > 0,
      tellFace: async (caseId, given) => hear(caseId) && told.push([caseId, given]) > 0,
    },
    face: async () => face,
    realNow: () => NOON,
    add: async (_name, day, by) => void days.push([day, by]),
    count: (figure, by) => counts.set(figure, (counts.get(figure) ?? 0) + by),
    warn: (message, { caseId }) => lines.push(`${String(caseId)}: ${message}`),
  })
  return { wakeLate, asked, woken, told, noted, lines, counts, days }
}

interface Setting {
  readonly face: ClockFace
  readonly deaf: readonly string[]
  readonly missing: readonly string[]
}

describe('the watchdog', () => {
  it('asks for the appeals whose wake is more than a minute past', async () => {
    const { wakeLate, asked } = office([])
    expect(await wakeLate()).toBe(0)
    expect(asked).toEqual([Date.parse('2026-03-05T03:59:00Z')])
  })

  it('means a minute of the wall, however fast the time of the offices passes', async () => {
    const fast = { segments: [{ realAt: NOON - 600_000, caseAt: NOON, speed: 60 }] }
    const { wakeLate, asked } = office([], { face: fast })
    await wakeLate()
    // Nine minutes of the wall after the segment began, at sixty times their speed.
    expect(asked).toEqual([NOON + 9 * 60 * 60_000])
  })

  it('wakes each of them, counts it on its day and says so once', async () => {
    const { wakeLate, woken, noted, counts, days, lines } = office([late('one'), late('two')])
    expect(await wakeLate()).toBe(2)
    expect(woken).toEqual(['one', 'two'])
    expect(noted).toEqual(['one', 'two'])
    expect(counts.get('late_woken')).toBe(2)
    expect(days).toEqual([['2026-03-05', 2]])
    expect(lines).toEqual([
      'one: a limit came and its appeal slept on; it was woken',
      'two: a limit came and its appeal slept on; it was woken',
    ])
  })

  it('goes on page by page until all are awake, the longest overdue first', async () => {
    const many = Array.from({ length: 1_203 }, (_, n) => late(`appeal-${n}`))
    const { wakeLate, woken, asked } = office(many)
    expect(await wakeLate()).toBe(1_203)
    expect(woken).toEqual(many.map((one) => one.caseId))
    expect(asked).toHaveLength(3)
  })

  it('tells a case the time of the offices with the wake, since it may sleep by one that no longer holds', async () => {
    const face = { segments: [{ realAt: NOON - 600_000, caseAt: NOON, speed: 60 }] }
    const { wakeLate, told, woken } = office([late('one')], { face })
    expect(await wakeLate()).toBe(1)
    expect([told, woken]).toEqual([[['one', face]], []])
  })

  it('names an open appeal that has no workflow, and does not count it as woken', async () => {
    const { wakeLate, counts, lines, noted } = office([late('gone'), late('one')], { missing: ['gone'] })
    expect(await wakeLate()).toBe(1)
    expect([counts.get('late_missing'), counts.get('late_woken')]).toEqual([1, 1])
    expect(lines).toContain('gone: an open appeal has no running workflow')
    expect(noted).toEqual(['gone', 'one'])
  })

  it('is not kept from the others by one that cannot be told, and fails where none can', async () => {
    const some = office([late('deaf'), late('one')], { deaf: ['deaf'] })
    expect(await some.wakeLate()).toBe(1)
    expect(some.noted).toEqual(['one'])
    expect(some.lines[0]).toBe('deaf: an appeal could not be woken')
    const none = office([late('deaf')], { deaf: ['deaf'] })
    await expect(none.wakeLate()).rejects.toThrow('the engine did not take it')
  })
})
