import { describe, expect, it } from '@jest/globals'
import { report } from '../../bench/figures/report.ts'
import { summaryOf, totalCpuMs } from '../../bench/figures/summary.ts'
import type { Block } from '../../bench/figures/way.ts'

const NO_CPU = { worker: 0, 'bare-worker': 0, temporal: 0, postgres: 0, api: 0, driver: 0 }

function aBlock(part: Partial<Block>): Block {
  return {
    way: 'bare',
    route: 'bench-three-windows',
    actors: 8,
    cases: 10,
    seconds: 1,
    filedMs: [],
    answeredMs: [],
    visibleMs: [],
    cpu: NO_CPU,
    historyEvents: [],
    ...part,
  }
}

describe('the figures of a bench', () => {
  it('add up the turns of a setting: cases by their seconds, times of all presses, the mean of the histories', () => {
    const [row, ...others] = summaryOf([
      aBlock({ cases: 10, seconds: 1, visibleMs: [10, 30], historyEvents: [40, 41] }),
      aBlock({ cases: 10, seconds: 3, visibleMs: [20, 99], historyEvents: [45] }),
    ])
    expect(others).toEqual([])
    expect(row).toMatchObject({
      cases: 20,
      casesPerSecond: 5,
      visibleP50Ms: 20,
      visibleP99Ms: 99,
      historyEvents: 42,
      ratio: null,
      reaches: null,
    })
  })

  it('compare a way with the bare workflow of the same route and the same number of actors only', () => {
    const rows = summaryOf([
      aBlock({ seconds: 1 }),
      aBlock({ way: 'engine', seconds: 1.25 }),
      aBlock({ way: 'http', seconds: 2 }),
      aBlock({ actors: 32, seconds: 0.5 }),
      aBlock({ actors: 32, way: 'engine', seconds: 1 }),
      aBlock({ route: 'bench-five-steps', way: 'http', seconds: 1 }),
    ])
    expect(rows.map(({ ratio, reaches }) => [ratio, reaches])).toEqual([
      [null, null],
      [0.8, true],
      [0.5, false],
      [null, null],
      [0.5, false],
      [null, null],
    ])
  })

  it('give CPU in milliseconds a case', () => {
    const [row] = summaryOf([
      aBlock({ cases: 4, cpu: { ...NO_CPU, worker: 0.2, temporal: 0.1 } }),
      aBlock({ cases: 6, cpu: { ...NO_CPU, worker: 0.3, driver: 0.4 } }),
    ])
    expect(row?.cpuMsPerCase).toEqual({ worker: 50, 'bare-worker': 0, temporal: 10, postgres: 0, api: 0, driver: 40 })
    expect(row && totalCpuMs(row)).toBe(100)
  })
})

describe('the report of a bench', () => {
  const rows = summaryOf([
    aBlock({ filedMs: [4], answeredMs: [10], visibleMs: [10], historyEvents: [29], cpu: { ...NO_CPU, 'bare-worker': 0.1, temporal: 0.2 } }),
    aBlock({
      way: 'engine',
      seconds: 1.6,
      filedMs: [24],
      answeredMs: [18],
      visibleMs: [19.5],
      historyEvents: [32],
      cpu: { ...NO_CPU, worker: 0.3, temporal: 0.25, postgres: 0.05 },
    }),
  ])
  const lines = report(rows).split('\n')

  it('says ratio and aim beside the figures', () => {
    expect(lines.slice(1, 4).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['route', 'actors', 'way', 'cases', 'cases/s', 'ratio', 'aim', 'filed p50', 'visible p50', 'visible p99', 'events/case'],
      ['bench-three-windows', '8', 'bare', '10', '10.00', '-', '-', '4.0', '10.0', '10.0', '29.0'],
      ['bench-three-windows', '8', 'engine', '10', '6.25', '0.63', '0.75 no', '24.0', '19.5', '19.5', '32.0'],
    ])
  })

  it('says where the time goes: waiting and CPU beyond the bare workflow, the two workers as one, most first', () => {
    expect(lines.at(-1)).toBe(
      '  bench-three-windows 8 engine: filing +20.0 ms, answer +8.0 ms, next task +9.5 ms; CPU a case +30.0 ms: worker +20.0, temporal +5.0, postgres +5.0, api +0.0, driver +0.0',
    )
  })
})
