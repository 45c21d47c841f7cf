import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { apply, decide, isRefusal } from '../../domain/case/index.ts'
import type { Command } from '../../domain/case/command.ts'
import { isRunning } from '../../domain/case/lookups.ts'
import type { CaseClock, CaseState } from '../../domain/case/state.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing } from './builders.ts'
import { filed, type Office } from './office.ts'
import { someCommand, someone, someReplacement, type Step } from './random-office.ts'

const START = beijing('2026-02-10 09:00')
const MINUTE_MS = 60_000

const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.integer({ min: 0, max: 1_500 }),
  actor: fc.nat(10_000),
  kind: fc.nat(10_000),
  picks: fc.array(fc.nat(10_000), { minLength: 5, maxLength: 5 }),
  sensible: fc.constant(true),
})

/** The state after the commands one after the other; null where one of them is refused. */
function reach(state: CaseState, commands: readonly Command[]): CaseState | null {
  let reached = state
  for (const command of commands) {
    const events = decide(reached, command)
    if (isRefusal(events)) return null
    reached = events.reduce(apply, reached)
  }
  return reached
}

/** The date of each running clock, by what the clock is. */
function dates(state: CaseState): ReadonlyMap<string, Pick<CaseClock, 'dueAt' | 'provisional'>> {
  const running = Object.values(state.clocks).filter(isRunning)
  const named = running.map((clock) => [`${clock.kind} of ${clock.scope.kind} ${clock.scope.id} at ${clock.window}`, clock] as const)
  return new Map(named.map(([name, { dueAt, provisional }]) => [name, { dueAt, provisional }]))
}

function given(office: Office, each: Step, id: string): Command {
  const actor = someone(office.state, each.actor)
  const { kind, data } = someCommand(office.state, actor, each)
  return { kind, data, at: office.state.at, actor, id } as Command
}

describe('a newer calendar or item', () => {
  it('gives the same dates whether it comes before or after what else happens at that time', () => {
    let compared = 0
    fc.assert(
      fc.property(
        fc.constantFrom('child-schooling', 'residence-permit', 'funding'),
        fc.array(step, { minLength: 2, maxLength: 14 }),
        (item, steps) => {
          const office = filed({ item }, START)
          for (const each of steps.slice(2)) {
            office.until(office.state.at + each.minutes * MINUTE_MS)
            const { actor, kind, data } = given(office, each, 'any')
            if (office.state.status !== 'ended') office.attempt(office.state.at, actor, kind, data)
          }
          const [first, second] = steps
          if (!first || !second || office.state.status === 'ended') return
          const anything = given(office, first, 'anything')
          const replacement = { ...someReplacement(office.state, second), id: 'newer', at: office.state.at, actor: SYSTEM } as Command
          const [one, other] = [reach(office.state, [replacement, anything]), reach(office.state, [anything, replacement])]
          if (one === null || other === null) return
          const otherwise = dates(other)
          for (const [name, date] of dates(one)) {
            const same = otherwise.get(name)
            if (same === undefined) continue
            compared += 1
            expect([name, date]).toEqual([name, same])
          }
        },
      ),
      { numRuns: 80 },
    )
    expect(compared).toBeGreaterThan(30)
  })
})
