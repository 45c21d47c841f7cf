import { assertNever } from '../assert-never.ts'
import type { Amount, Unit } from '../clocks/types.ts'
import type { ServiceItem, Stage, Tier } from '../routing/item.ts'
import { resolveWindow } from '../routing/windows.ts'
import { CALLED_IN_LIMIT } from '../routing/order-limits.ts'
import type { CaseClock, CaseState } from './state.ts'

/**
 * The limit that a newer version of the item gives a running clock, in its own unit. `state` is the one
 * before the change. Null where no limit of that version is meant for it: a limit of the house, an order
 * whose rung the ladder lacks, a matter that is no licence any more.
 */
export function itemBudget(state: CaseState, clock: CaseClock, item: ServiceItem): Amount | null {
  const limit = limitOf(state, clock, item)
  return limit === null ? null : { amount: limit.amount, unit: limit.unit }
}

/** The unit in which extensions are counted: that of the legal limit, of the promised one where there is no legal. */
export function extensionUnit({ limits }: ServiceItem, tier: Tier): Unit {
  return (limits.legal ?? limits.promised[tier]).unit
}

function limitOf(state: CaseState, clock: CaseClock, item: ServiceItem): Amount | null {
  const { limits } = item
  switch (clock.kind) {
    case 'sign':
      return stageOfClock(state, clock, item)?.signLimit ?? null
    case 'stage':
      return stageOfClock(state, clock, item)?.workingLimit ?? null
    case 'co-handling':
      return coHandlingLimit(state, clock, item)
    case 'promised':
      return limits.promised[state.start.expert.tier]
    case 'acceptance':
    case 'legal':
    case 'cure':
    case 'answer':
    case 'aftercare':
      return limits[clock.kind]
    case 'extension-decision':
      return limits.extension?.decisionLimit ?? null
    case 'order-reply':
      return replyLimit(state, clock, item)
    default:
      return assertNever(clock.kind)
  }
}

function stageOfClock(state: CaseState, clock: CaseClock, item: ServiceItem): Stage | null {
  const code = state.tasks[clock.scope.id]?.stage
  return item.stages.find((stage) => stage.code === code) ?? null
}

/** A co-handler of the route has the limit of its row; one that the lead called in, that of the stage's first row, or the house's. */
function coHandlingLimit(state: CaseState, clock: CaseClock, item: ServiceItem): Amount | null {
  const [before, after] = [stageOfClock(state, clock, state.start.item), stageOfClock(state, clock, item)]
  if (before === null || after === null) return null
  const rowOf = (stage: Stage) =>
    stage.coHandlers.find((row) => resolveWindow(row.window, state.start.directory).window.code === clock.window) ?? null
  if (rowOf(before) !== null) return rowOf(after)?.limit ?? null
  return after.coHandlers[0]?.limit ?? CALLED_IN_LIMIT
}

/** An order that a rung issued has the reply limit of that rung; those of people and of the house have limits of the house. */
function replyLimit(state: CaseState, clock: CaseClock, item: ServiceItem): Amount | null {
  const order = clock.scope.kind === 'order' ? state.orders[clock.scope.id] : undefined
  const rung = item.ladder.find((each) => each.code === order?.rung)
  for (const action of rung?.actions ?? []) if (action.kind === 'order' && action.order === order?.kind) return action.replyLimit
  return null
}
