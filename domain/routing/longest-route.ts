import type { Unit } from '../clocks/types.ts'
import { nextStages } from './check-route.ts'
import type { ServiceItem, Stage } from './item.ts'

/** The longest way through an item, in one unit. `complete` is false where there were too many ways to walk all. */
export interface LongestRoute {
  readonly amount: number
  readonly stages: readonly string[]
  readonly complete: boolean
}

/** Steps after which the walk gives up; real items need a few dozen. */
const MAX_STEPS = 200_000

/**
 * Adds up the working limits of stages that are limited in `unit` along every way without repeats
 * and returns the greatest sum. With `from: 'acceptance'` a stage counts only once an outcome that
 * accepts has been passed.
 */
export function longestRoute(item: ServiceItem, unit: Unit, from: 'receipt' | 'acceptance'): LongestRoute {
  const byCode = new Map(item.stages.map((stage) => [stage.code, stage]))
  let best: { amount: number; stages: readonly string[] } = { amount: 0, stages: [] }
  let steps = 0
  const walk = (stage: Stage | undefined, counts: boolean, amount: number, route: readonly string[]): void => {
    if (!stage || route.includes(stage.code) || ++steps > MAX_STEPS) return
    const here = [...route, stage.code]
    const sum = amount + (counts && stage.workingLimit.unit === unit ? stage.workingLimit.amount : 0)
    if (sum > best.amount) best = { amount: sum, stages: here }
    const accepting = new Set(stage.outcomes.filter((o) => o.accepts).flatMap((o) => nextStages({ ...stage, outcomes: [o] })))
    for (const code of new Set(nextStages(stage))) walk(byCode.get(code), counts || accepting.has(code), sum, here)
  }
  walk(byCode.get(item.start), from === 'receipt', 0, [])
  return { ...best, complete: steps <= MAX_STEPS }
}
