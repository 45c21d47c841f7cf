import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decide, isRefusal, nextWake } from '../../domain/case/index.ts'
import type { Command } from '../../domain/case/command.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, itemOf, type Filing } from './builders.ts'
import { checkDeadlines, checkTime } from './explain-invariants.ts'
import { checkLog, checkNotices, checkRows, checkState } from './invariants.ts'
import { filed, type Office } from './office.ts'
import { isOfContents, isPermitted, someCommand, someone, someReplacement, type Step } from './random-office.ts'

const ITEMS = ['child-schooling', 'residence-permit', 'medical-care', 'funding']
const START = beijing('2026-02-10 09:00')
const MINUTE_MS = 60_000

const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 12_000 })),
  actor: fc.nat(10_000),
  kind: fc.nat(10_000),
  picks: fc.array(fc.nat(10_000), { minLength: 5, maxLength: 5 }),
  sensible: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
})

const filing: fc.Arbitrary<Filing & { readonly minutes: number }> = fc
  .record({
    item: fc.constantFrom(...ITEMS),
    tier: fc.constantFrom('A', 'B', 'C'),
    station: fc.constantFrom('dist-lake', 'dist-hill', 'dist-port', 'city-west', 'prov'),
    facts: fc.record({
      schoolStage: fc.constantFrom('primary', 'senior'),
      hukou: fc.constantFrom('local', 'none'),
      application: fc.constantFrom('first', 'renewal'),
      months: fc.constantFrom(6, 24, 48),
      kind: fc.constantFrom('appointment', 'major-illness', 'venture'),
      patient: fc.constantFrom('expert', 'family'),
      hospitalised: fc.boolean(),
      amount: fc.constantFrom(100_000, 900_000),
    }),
    lacking: fc.constantFrom('nothing', 'promised', 'missing'),
    minutes: fc.nat(60 * 24 * 60),
  })
  .map(({ lacking, ...rest }) => {
    const deferrable = itemOf(rest.item)
      .materials.filter((material) => material.deferrable)
      .map((material) => material.code)
    return { ...rest, materials: lacking === 'nothing' ? {} : Object.fromEntries(deferrable.map((code) => [code, lacking])) }
  })

/** A random life is checked state by state, and as a whole at its end. */
const atTheEnd = (): void => undefined

const life = fc.tuple(filing, fc.array(step, { minLength: 5, maxLength: 45 }))

describe('whatever experts, windows, supervisors and the passing of time do to an appeal', () => {
  it('one window is accountable, a clock runs or a bounded pause holds, no rung fires twice or early, and the log gives the state', () => {
    fc.assert(
      fc.property(life, ([start, steps]) => {
        const office = filed(start, START + start.minutes * MINUTE_MS, atTheEnd)
        freeze(office.state)
        for (const each of steps) {
          act(office, each)
          freeze(office.state)
          checkState(office.state)
        }
        checkLog(office)
        checkRows(office)
        checkNotices(office)
        checkTime(office)
        checkDeadlines(office)
      }),
      { numRuns: 120 },
    )
  })

  it('time alone brings it from one due instant to the next, each with something that happens, and comes to rest', () => {
    fc.assert(
      fc.property(life, ([start, steps]) => {
        const office = filed(start, START + start.minutes * MINUTE_MS, atTheEnd)
        for (const each of steps) act(office, each)
        let ticks = 0
        for (let due = nextWake(office.state); due !== null; due = nextWake(office.state)) {
          const before = office.state
          office.until(due)
          expect(office.state.seq).toBeGreaterThan(before.seq)
          expect(nextWake(office.state) ?? Infinity).toBeGreaterThan(due)
          ticks += 1
          expect(ticks).toBeLessThan(200)
        }
        checkState(office.state)
        checkLog(office)
        checkNotices(office)
        checkTime(office)
        checkDeadlines(office)
      }),
      { numRuns: 60 },
    )
  })
})

/** One random step, with what must hold of deciding itself. */
function act(office: Office, each: Step): void {
  const at = Math.max(office.state.at, START) + each.minutes * MINUTE_MS
  office.until(at)
  if (office.state.status === 'ended') return
  const renewed = (each.picks[0] ?? 0) % 13 === 0
  const actor = renewed ? SYSTEM : someone(office.state, each.actor)
  const { kind, data } = renewed ? someReplacement(office.state, each) : someCommand(office.state, actor, each)
  const command = { kind, data, at, actor, id: `random-${office.steps.length}` } as Command
  const permitted = isPermitted(office.state, actor, kind, data)
  const answer = decide(office.state, command)
  expect(JSON.stringify(decide(office.state, command))).toBe(JSON.stringify(answer))
  if (isRefusal(answer)) {
    if (permitted && answer.refusal !== 'stale-version')
      expect({ kind, code: answer.refusal, ofContents: isOfContents(kind, answer.refusal) }).toMatchObject({ ofContents: true })
    return
  }
  if (!permitted) expect(answer.map((event) => event.type)).toEqual(['ExtensionAskedLate'])
  office.give(at, actor, kind, data)
}

const frozen = new WeakSet<object>()

/** Makes any change of a state in place throw. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return
  frozen.add(value)
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}
