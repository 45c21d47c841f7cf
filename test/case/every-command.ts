import { expect } from '@jest/globals'
import { apply } from '../../domain/case/index.ts'
import type { EventOf } from '../../domain/case/event.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { checkDeadlines, checkTime } from './explain-invariants.ts'
import { checkNotices, checkRows, checkState } from './invariants.ts'
import type { Office } from './office.ts'

/**
 * What must hold after each command of every story (invariants I1 to I6): one accountable window, a clock or a
 * bounded pause, rungs once and never early, rows as the state, time that adds up, dates that are the end of
 * their sums, one notice a recipient.
 */
export function checkEverything(office: Office): void {
  checkState(office.state)
  checkLastStep(office)
  checkRows(office)
  checkNotices(office)
  checkTime(office)
  checkDeadlines(office)
}

/** The last command's events follow on what was there, and its rungs fire for the first time and not early. */
function checkLastStep(office: Office): void {
  const step = office.steps.at(-1)
  if (!step) throw new Error('nothing has happened yet')
  let state = step.before
  for (const event of step.events) {
    expect(event.seq).toBe(state.seq + 1)
    expect(event.at).toBeGreaterThanOrEqual(state.at)
    if (event.type === 'RungFired') checkRung(office, state, event)
    state = apply(state, event)
  }
  expect(state.seq).toBe(office.state.seq)
}

function checkRung(office: Office, before: CaseState, { at, data }: EventOf<'RungFired'>): void {
  const armed = before.clocks[data.clockId]?.rungs.find((each) => each.code === data.rung)
  expect(armed?.state).toBe('armed')
  expect(armed?.at).toBeLessThanOrEqual(at)
  const same = office.all('RungFired').filter((each) => each.data.clockId === data.clockId && each.data.rung === data.rung)
  expect(same.filter((each) => each.data.dueAt === data.dueAt)).toHaveLength(1)
}
