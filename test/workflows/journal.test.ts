import { describe, expect, it } from '@jest/globals'
import { apply, decide, nextWake } from '../../domain/case/index.ts'
import type { Command } from '../../domain/case/command.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { isRefusal } from '../../domain/case/refusal.ts'
import { initialState, type CaseState } from '../../domain/case/state.ts'
import { createJournal, type Settled } from '../../workflows/journal.ts'
import { aCommand, aStart, beijing, claim, completion, filing, STRANGER } from './fixtures/five-stages.ts'

const CASE = '11111111-1111-4111-8111-111111111111'
const MONDAY_9 = beijing('2026-03-02 09:00')
const MINUTE = 60_000

function decided(state: CaseState, command: Command): { events: readonly CaseEvent[]; state: CaseState } {
  const events = decide(state, command)
  if (isRefusal(events)) throw new Error(events.refusal)
  return { events, state: events.reduce(apply, state) }
}

function filed(): CaseState {
  return decided(initialState(aStart(CASE)), filing(MONDAY_9)).state
}

describe('the journal of a case', () => {
  it('shows a decided command to the next one before it is stored', () => {
    const journal = createJournal(filed())
    void journal.submit(claim(CASE, 1, MONDAY_9 + MINUTE), MONDAY_9 + MINUTE)
    expect(journal.present().tasks[`${CASE}-t1`]?.status).toBe('claimed')
    expect(journal.stored().tasks[`${CASE}-t1`]?.status).toBe('dispatched')
    expect(journal.refusalOf(claim(CASE, 1, MONDAY_9 + 2 * MINUTE, 'again'), MONDAY_9 + 2 * MINUTE)?.refusal).toBe('already-claimed')
  })

  it('answers only when the events are stored', async () => {
    const journal = createJournal(filed())
    const heard: Settled[] = []
    void journal.submit(claim(CASE, 1, MONDAY_9 + MINUTE), MONDAY_9 + MINUTE).then((settled) => heard.push(settled))
    await Promise.resolve()
    expect(heard).toEqual([])
    journal.confirm(1)
    await Promise.resolve()
    expect(heard).toHaveLength(1)
    expect(heard[0]).toEqual({ kind: 'stored', seq: journal.stored().seq, events: journal.stored().seq - filed().seq })
  })

  it('refuses without a trace', () => {
    const journal = createJournal(filed())
    const before = journal.present()
    const command = aCommand('ClaimTask', { taskId: `${CASE}-t1`, version: null }, MONDAY_9, STRANGER)
    expect(journal.refusalOf(command, MONDAY_9)?.refusal).toBe('not-permitted')
    expect(journal.present()).toBe(before)
    expect(journal.unwritten()).toEqual([])
  })

  it('lets a repeated command wait for the first of its id, and answers a stored one as done', async () => {
    const journal = createJournal(filed())
    const command = claim(CASE, 1, MONDAY_9 + MINUTE)
    const first = journal.submit(command, MONDAY_9 + MINUTE)
    const second = journal.submit(command, MONDAY_9 + 2 * MINUTE)
    expect(journal.unwritten()).toHaveLength(1)
    journal.confirm(1)
    expect(await second).toEqual(await first)
    expect(journal.refusalOf(command, MONDAY_9 + 3 * MINUTE)).toBeNull()
    expect(await journal.submit(command, MONDAY_9 + 3 * MINUTE)).toEqual({ kind: 'stored', seq: journal.stored().seq, events: 0 })
    expect(journal.unwritten()).toEqual([])
  })

  it('decides what was due before a press first, also when nobody has woken the case', () => {
    const journal = createJournal(filed())
    const afternoon = beijing('2026-03-02 16:00')
    void journal.submit(claim(CASE, 1, afternoon), afternoon)
    const types = journal.unwritten().flatMap((step) => step.events.map((event) => event.type))
    expect(types.indexOf('RungFired')).toBeGreaterThanOrEqual(0)
    expect(types.indexOf('RungFired')).toBeLessThan(types.indexOf('TaskClaimed'))
  })

  it('does not run ahead of the clock for a press that comes from a clock of tomorrow', () => {
    const journal = createJournal(filed())
    void journal.submit(claim(CASE, 1, beijing('2026-03-03 16:00')), MONDAY_9 + MINUTE)
    expect(journal.unwritten().flatMap((step) => step.events.map((event) => event.type))).not.toContain('RungFired')
  })

  it('has nothing due left after a tick', () => {
    const journal = createJournal(filed())
    const later = beijing('2026-03-02 14:30')
    expect(journal.tick(later)).toBeNull()
    expect(nextWake(journal.present())).toBeGreaterThan(later)
    expect(journal.unwritten().length).toBeGreaterThan(0)
  })

  it('yields to the stored log: a command in it is done, another is decided again after it, one that no longer fits is refused', async () => {
    const base = filed()
    const journal = createJournal(base)
    const now = MONDAY_9 + 5 * MINUTE
    const claimed = journal.submit(claim(CASE, 1, now, 'claim'), now)
    const commented = journal.submit(
      aCommand('CommentOnTask', { taskId: `${CASE}-t1`, version: null, note: { id: 'n', hash: 'h' } }, now, undefined, 'comment'),
      now,
    )
    const completed = journal.submit(completion(CASE, 1, now, 'completion'), now)
    // In the log a completion by another session stands first, then our comment never came.
    const other = decided(base, claim(CASE, 1, now, 'claim'))
    const done = decided(other.state, completion(CASE, 1, now, 'completion of another session'))
    journal.yieldTo([...other.events, ...done.events], now)
    expect(await claimed).toEqual({ kind: 'stored', seq: other.state.seq, events: other.events.length })
    expect(await completed).toMatchObject({ kind: 'refused', refusal: { refusal: 'task-not-open' } })
    expect(journal.stored()).toEqual(done.state)
    expect(journal.unwritten().map((step) => step.command.id)).toEqual(['comment'])
    journal.confirm(1)
    expect(await commented).toEqual({ kind: 'stored', seq: done.state.seq + 1, events: 1 })
  })

  it('decides again, with new numbers, what the stored log did not have', async () => {
    const base = filed()
    const journal = createJournal(base)
    const now = MONDAY_9 + 5 * MINUTE
    const completed = journal.submit(completion(CASE, 1, now, 'completion'), now)
    const other = decided(base, claim(CASE, 1, now, 'claim of another session'))
    journal.yieldTo(other.events, now)
    expect(journal.unwritten()).toHaveLength(1)
    expect(journal.unwritten()[0]?.events[0]?.seq).toBe(other.state.seq + 1)
    journal.confirm(1)
    expect(await completed).toEqual({ kind: 'stored', seq: journal.stored().seq, events: journal.stored().seq - other.state.seq })
  })
})
