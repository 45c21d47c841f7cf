import { describe, expect, it } from '@jest/globals'
import { mixed, spreadOver } from '../../bench/figures/due-plan.ts'
import { inversions } from '../../bench/figures/inversions.ts'
import { isSound, judge } from '../../bench/figures/served.ts'
import { cpuReport, servedReport } from '../../bench/figures/served-report.ts'

const PLAN = [
  { caseId: 'a', dueAt: 1000 },
  { caseId: 'b', dueAt: 2000 },
  { caseId: 'c', dueAt: 3000 },
]
const ON_TIME = [
  { caseId: 'a', dueAt: 1000, committedAt: 1005 },
  { caseId: 'b', dueAt: 2000, committedAt: 2000 },
  { caseId: 'c', dueAt: 3000, committedAt: 3040 },
]

describe('limits in a storm', () => {
  it('are sound where each is served once, at or after its instant', () => {
    const verdict = judge(PLAN, ON_TIME)
    expect(isSound(verdict)).toBe(true)
    expect(verdict).toEqual({
      planned: 3,
      served: 3,
      lost: [],
      double: [],
      early: [],
      other: [],
      latenessMs: { p50: 5, p99: 40, max: 40 },
      inversions: 0,
      mostOvertaken: 0,
    })
  })

  it('show one that nothing was written of', () => {
    const verdict = judge(PLAN, ON_TIME.slice(0, 2))
    expect([verdict.lost, verdict.served, isSound(verdict)]).toEqual([['c'], 2, false])
  })

  it('show one that was served twice; the first commit counts for its lateness', () => {
    const verdict = judge(PLAN, [{ caseId: 'b', dueAt: 2000, committedAt: 9000 }, ...ON_TIME])
    expect([verdict.double, verdict.served, verdict.latenessMs?.max, isSound(verdict)]).toEqual([['b'], 3, 40, false])
  })

  it('show one that was served a millisecond before its instant', () => {
    const verdict = judge(PLAN, [{ caseId: 'a', dueAt: 1000, committedAt: 999 }, ...ON_TIME.slice(1)])
    expect([verdict.early, isSound(verdict)]).toEqual([['a'], false])
  })

  it('show one that was served for another instant, and one that nobody planned', () => {
    const verdict = judge(PLAN, [
      { caseId: 'a', dueAt: 1001, committedAt: 1005 },
      ...ON_TIME.slice(1),
      { caseId: 'z', dueAt: 1000, committedAt: 1005 },
    ])
    expect([verdict.other, isSound(verdict)]).toEqual([['a', 'z'], false])
  })

  it('have no lateness where nothing was served', () => {
    expect(judge(PLAN, []).latenessMs).toBeNull()
  })
})

describe('limits after an outage', () => {
  it('are counted by pairs of which the later one was served first', () => {
    const verdict = judge(PLAN, [
      { caseId: 'a', dueAt: 1000, committedAt: 9003 },
      { caseId: 'b', dueAt: 2000, committedAt: 9001 },
      { caseId: 'c', dueAt: 3000, committedAt: 9002 },
    ])
    expect([verdict.inversions, verdict.mostOvertaken, isSound(verdict)]).toEqual([2, 2, true])
  })

  it.each([
    [[], { pairs: 0, most: 0 }],
    [[1, 2, 3, 4], { pairs: 0, most: 0 }],
    [[4, 3, 2, 1], { pairs: 6, most: 3 }],
    [[2, 1, 4, 3], { pairs: 2, most: 1 }],
    [[5, 5, 5], { pairs: 0, most: 0 }],
    [[3, 1, 3, 2], { pairs: 3, most: 2 }],
  ])('are out of order in %j as often as one comes before a smaller one', (row, expected) => {
    expect(inversions(row)).toEqual(expected)
  })
})

describe('the plan of due instants', () => {
  it('spreads them evenly, none at the end of the span', () => {
    expect(spreadOver(4, 1000, 60_000)).toEqual([1000, 16_000, 31_000, 46_000])
  })

  it('files in another order than they fall due, each once', () => {
    const numbers = [0.9, 0, 0.5]
    expect(mixed(['a', 'b', 'c', 'd'], () => numbers.shift() ?? 0)).toEqual(['c', 'b', 'a', 'd'])
  })
})

describe('the report of a storm', () => {
  it('counts what went wrong and names it', () => {
    const lines = servedReport({ ClockExpired: judge(PLAN, ON_TIME.slice(1)) }).map((line) => line.trim().split(/\s{2,}/))
    expect(lines[1]).toEqual(['ClockExpired', '3', '2', '1', '0', '0', '0', '0', '40', '40', '0', '0'])
    expect(lines[2]).toEqual(['ClockExpired lost: a'])
  })

  it('says CPU as seconds, as a share of one core and by case, of what ran', () => {
    const cpu = { worker: 3, 'bare-worker': 0, temporal: 6, postgres: 0, api: 0, driver: 0.6 }
    expect(cpuReport(cpu, 60, 1000).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['CPU', 'worker', 'temporal', 'driver'],
      ['seconds', '3.0', '6.0', '0.6'],
      ['of one core', '0.05', '0.10', '0.01'],
      ['ms a case', '3.0', '6.0', '0.6'],
    ])
  })
})
