import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { kernelReport, kernelRows } from '../../bench/figures/kernel-report.ts'
import { someLimits } from '../../bench/kernel/limits.ts'
import { measureKernel } from '../../bench/kernel/measure-kernel.ts'
import { readCalendars } from '../../catalog/loader/calendars.ts'
import { UNITS } from '../../domain/clocks/types.ts'

const STARTS = { from: Date.UTC(2026, 0, 5), days: 30 }

describe('the limits of the bench', () => {
  const limits = someLimits(2000, STARTS)

  it('are the same in every run', () => {
    expect(someLimits(2000, STARTS)).toEqual(limits)
  })

  it('are of every unit, some paused, some held, some extended', () => {
    const having = (what: (limit: (typeof limits)[number]) => boolean): boolean => limits.some(what)
    for (const unit of UNITS) expect([unit, having((limit) => limit.budget.unit === unit)]).toEqual([unit, true])
    expect(having((limit) => limit.pauses.length === 2)).toBe(true)
    expect(having((limit) => limit.pauses.some((pause) => pause.to === null))).toBe(true)
    expect(having((limit) => limit.extensions.length === 1)).toBe(true)
  })

  it('start within the days that are asked for', () => {
    const starts = limits.map(({ startedAt }) => startedAt)
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 5))
    expect(Math.max(...starts)).toBeLessThan(Date.UTC(2026, 1, 4))
  })

  it('are all counted, with and without trace, by the kernel', () => {
    const calendars = [...readCalendars(join(import.meta.dirname, '..', '..', 'catalog')).calendars.values()]
    const spans = measureKernel(limits, calendars, { spanMs: 1, rounds: 1 })
    expect(spans).toHaveLength(14)
    expect(spans.filter(({ count }) => count < 500)).toEqual([])
  })
})

describe('the figures of the kernel', () => {
  const span = { limits: 'mix', trace: false, count: 300_000, seconds: 4, cpuSeconds: 1 } as const
  const rows = kernelRows([span, { ...span, count: 100_000, cpuSeconds: 1 }, { ...span, trace: true, count: 50_000, cpuSeconds: 0.5 }])

  it('are limits by seconds of CPU, all rounds together', () => {
    expect(rows[0]).toEqual({ limits: 'mix', perSecond: 200_000, perSecondTraced: 100_000 })
    expect(rows[1]).toEqual({ limits: 'working-minutes', perSecond: 0, perSecondTraced: 0 })
  })

  it('say whether the aim is reached by the mix without trace', () => {
    expect(kernelReport(rows)).toContain('aim: 200000 yes')
    expect(kernelReport(kernelRows([{ ...span, count: 199_999 }]))).toContain('aim: 200000 no')
  })
})
