import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { instantOf } from '../../domain/clocks/calendar.ts'
import { parseReplayArguments } from '../../scripts/replay/arguments.ts'
import type { LogCase } from '../../scripts/replay/log/event-log.ts'
import { differences, type HistoryEvent } from '../../scripts/replay/run/check-case.ts'
import { isFaithful, type Outcome, report } from '../../scripts/replay/run/report.ts'
import { newTally, percentile } from '../../scripts/replay/run/tally.ts'
import { nextEvening } from '../../scripts/replay/stack/next-evening.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'

const CASE: LogCase = {
  id: 'c1',
  channel: null,
  received: null,
  deadline: null,
  closed: null,
  tasks: [
    { task: 'Receive', officer: 'Ann', at: 1, line: 2 },
    { task: 'Decide', officer: 'Bob', at: 2, line: 3 },
  ],
}
const done = (stage: string, id: string): HistoryEvent => ({ type: 'TaskCompleted', actor: { id }, task: { stage } })
const CLOSED: HistoryEvent = { type: 'AppealClosed', actor: { id: 'id-Bob' }, task: { stage: 'decide' } }

function found(...events: readonly HistoryEvent[]): readonly string[] {
  return differences(
    CASE,
    events,
    (task) => task.toLowerCase(),
    (officer) => `id-${officer}`,
  ).map(({ kind, en }) => `${kind}: ${en}`)
}

describe('the comparison of an appeal with its case of the log', () => {
  it('finds nothing where the same officers completed the same tasks in the same order and the appeal is closed', () => {
    const claimed: HistoryEvent = { type: 'TaskClaimed', actor: { id: 'id-Ann' }, task: { stage: 'receive' } }
    expect(found(claimed, done('receive', 'id-Ann'), done('decide', 'id-Bob'), CLOSED)).toEqual([])
  })

  it('tells of another order, a task too few and a task too many', () => {
    expect(found(done('decide', 'id-Bob'), done('receive', 'id-Ann'), CLOSED)).toEqual([
      'sequence: task 1 is "Receive" in the log, "decide" in the events',
    ])
    expect(found(done('receive', 'id-Ann'), CLOSED)).toEqual(['sequence: task 2 is "Decide" in the log, "-" in the events'])
    expect(found(done('receive', 'id-Ann'), done('decide', 'id-Bob'), done('decide', 'id-Bob'), CLOSED)).toEqual([
      'sequence: task 3 is "-" in the log, "decide" in the events',
    ])
  })

  it('tells of another officer and of an appeal that is still open', () => {
    expect(found(done('receive', 'id-Bob'), done('decide', 'id-Bob'), CLOSED)).toEqual(['officer: task 1 was not completed by Ann'])
    expect(found(done('receive', 'id-Ann'), done('decide', 'id-Bob'))).toEqual(['open: is not closed'])
  })
})

describe('the report of a replay', () => {
  const good: Outcome = {
    cases: 1,
    tasks: 2,
    closed: 1,
    sequenceEqual: 1,
    differences: [],
    tally: { ...newTally(), filed: 1, ended: 1, completionMs: [10, 30] },
    seconds: 4,
    repeats: 0,
    mails: 3,
  }

  it('is good only where all is closed, in order, by the officers, and nothing was refused', () => {
    const refusal = { caseId: 'c1', code: 'stale-version', message: 'POST /api/tasks/t1/completion: 409' }
    expect(isFaithful(good)).toBe(true)
    expect(isFaithful({ ...good, closed: 0 })).toBe(false)
    expect(isFaithful({ ...good, sequenceEqual: 0 })).toBe(false)
    expect(isFaithful({ ...good, tasks: 3 })).toBe(false)
    expect(isFaithful({ ...good, tally: { ...good.tally, refusals: [refusal] } })).toBe(false)
    expect(isFaithful({ ...good, differences: [{ caseId: 'c1', kind: 'officer', zh: '', en: '' }] })).toBe(false)
  })

  it('says rates, percentiles and every refusal with its code and case', () => {
    const refusal = { caseId: 'case-7', code: 'other-window', message: 'This task belongs to another window.' }
    const lines = report({ ...good, tally: { ...good.tally, refusals: [refusal] } }).split('\n')
    const value = (name: string): string | undefined =>
      lines
        .find((line) => line.includes(name))
        ?.split(/\s{2,}/)
        .at(-1)
    expect(value('cases per second')).toBe('0.25')
    expect(value('completions per second')).toBe('0.50')
    expect(value('p50')).toBe('10.0 ms')
    expect(value('p99')).toBe('30.0 ms')
    expect(value('sequence equal')).toBe('1/1')
    expect(lines).toContain('  case-7  other-window  This task belongs to another window.')
  })

  it('takes the nearest rank for a percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99), percentile([], 0.5)]).toEqual([50, 99, 7, null])
  })
})

describe('the evening in which a replay runs', () => {
  it('is that of a working day before another one: not before a weekend, a holiday or in the past', () => {
    const calendar = loadCatalog(join(import.meta.dirname, '..', '..', 'catalog')).calendars.get('cn')
    if (calendar === undefined) throw new Error('the catalogue has no calendar cn')
    const eveningAfter = (iso: string): string => new Date(nextEvening(calendar, Date.parse(iso))).toISOString()
    expect(eveningAfter('2026-11-24T04:00:00Z')).toBe('2026-11-25T12:00:00.000Z')
    // Thursday: Friday's evening has a weekend behind it.
    expect(eveningAfter('2026-11-26T04:00:00Z')).toBe('2026-11-30T12:00:00.000Z')
    // The National Day holiday of 2025 lasts from 1 to 8 October.
    expect(eveningAfter('2025-09-29T04:00:00Z')).toBe('2025-10-09T12:00:00.000Z')
    expect(instantOf(calendar, '2026-11-25', 20 * 60)).toBe(Date.parse('2026-11-25T12:00:00Z'))
  })
})

describe('the command line', () => {
  it('takes the file and how many cases run, by default all of them, sixteen at a time', () => {
    expect(parseReplayArguments(['log.csv.gz'])).toEqual({ file: 'log.csv.gz', cases: Number.POSITIVE_INFINITY, parallel: 16 })
    expect(parseReplayArguments(['--cases', '20', 'log.csv', '--parallel=4'])).toEqual({ file: 'log.csv', cases: 20, parallel: 4 })
  })

  it('says how it is used where the file is missing, a number is none, or an option is unknown', () => {
    for (const args of [[], ['a.csv', 'b.csv'], ['a.csv', '--cases', '0'], ['a.csv', '--fast']]) {
      expect(() => parseReplayArguments(args)).toThrow('usage: npm run replay -- FILE [--cases N] [--parallel N]')
    }
  })
})
