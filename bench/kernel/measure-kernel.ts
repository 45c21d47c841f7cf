import { dueAt } from '../../domain/clocks/due.ts'
import { type Calendar, type ClockFacts, UNITS, type Unit } from '../../domain/clocks/types.ts'

/** What is counted on its own: one unit, or the whole mix. */
export type Limits = Unit | 'mix'

/** What the kernel did in one span; seconds of CPU are those of this process, its collector of garbage included. */
export interface KernelSpan {
  readonly limits: Limits
  readonly trace: boolean
  readonly count: number
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Real time of one span. */
export interface KernelPlan {
  readonly spanMs: number
  readonly rounds: number
}

/** Runs the kernel over the limits, each unit and the mix, with and without trace, in turns, so that the load of the machine meets them alike. */
export function measureKernel(all: readonly ClockFacts[], calendars: readonly Calendar[], plan: KernelPlan): readonly KernelSpan[] {
  const groups = ['mix' as const, ...UNITS].map((limits) => ({
    limits,
    clocks: limits === 'mix' ? all : all.filter((clock) => clock.budget.unit === limits),
  }))
  const spans: KernelSpan[] = []
  // The first round compiles the code and is not kept.
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const { limits, clocks } of groups) {
      for (const trace of [false, true]) {
        const span = measureSpan({ limits, trace, clocks, calendars, spanMs: plan.spanMs })
        if (round > 0) spans.push(span)
      }
    }
  }
  return spans
}

interface SpanOf {
  readonly limits: Limits
  readonly trace: boolean
  readonly clocks: readonly ClockFacts[]
  readonly calendars: readonly Calendar[]
  readonly spanMs: number
}

const BETWEEN_LOOKS = 500

function measureSpan({ limits, trace, clocks, calendars, spanMs }: SpanOf): KernelSpan {
  const cpuBefore = process.cpuUsage()
  const from = performance.now()
  let count = 0
  let held = 0
  while (performance.now() - from < spanMs) {
    for (let n = 0; n < BETWEEN_LOOKS; n += 1, count += 1) {
      const clock = clocks[count % clocks.length]
      const calendar = calendars[count % calendars.length]
      if (clock === undefined || calendar === undefined) throw new Error(`no limits in ${limits}`)
      if (dueAt(clock, calendar, { trace }).at === null) held += 1
    }
  }
  // An answer that nobody reads could be left out by the compiler.
  if (held > count) throw new Error('more limits are held than there are')
  const { user, system } = process.cpuUsage(cpuBefore)
  return { limits, trace, count, seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 }
}
