import { describe, expect, it } from '@jest/globals'
import { apply, decide, initialState, isRefusal } from '../../domain/case/index.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { brokenInLog } from '../../domain/case/log-invariants.ts'
import { advance } from '../../workflows/advance.ts'
import { aStart, beijing, filing } from '../workflows/fixtures/five-stages.ts'

const START = aStart('11111111-1111-4111-8111-111111111111')
const EVENING = beijing('2026-03-02 18:00')

/** The log of an appeal that was filed at nine and got a red card three office hours later. */
function redAtHalfPastOne(): readonly CaseEvent[] {
  const state = initialState(START)
  const filed = decide(state, filing(beijing('2026-03-02 09:00')))
  if (isRefusal(filed)) throw new Error(filed.refusal)
  const later = advance(filed.reduce(apply, state), EVENING)
  return [...filed, ...later.done.flatMap((step) => step.events)]
}

const changed = (events: readonly CaseEvent[], at: number): readonly CaseEvent[] =>
  events.map((event) => (event.type === 'RungFired' ? { ...event, at } : event))

describe('the log of an appeal', () => {
  it('that the rules wrote keeps what must hold', () => {
    const log = redAtHalfPastOne()
    expect(log.filter((event) => event.type === 'RungFired')).toHaveLength(1)
    expect(brokenInLog(START, log, EVENING)).toEqual([])
  })

  it('with a rung that fired a minute early is named', () => {
    const log = redAtHalfPastOne()
    const due = log.find((event) => event.type === 'RungFired')?.at ?? 0
    expect(brokenInLog(START, changed(log, due - 60_000), EVENING)).toContain('I3')
  })

  it('with a rung that fired twice for one date is named', () => {
    const log = redAtHalfPastOne()
    const again = log.findIndex((event) => event.type === 'RungFired')
    const doubled = [...log.slice(0, again + 1), ...log.slice(again)].map((event, index) => ({ ...event, seq: index + 1 }))
    expect(brokenInLog(START, doubled, EVENING)).toContain('I3')
  })
})
