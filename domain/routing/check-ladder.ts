import type { Amount } from '../clocks/types.ts'
import { assertNever } from '../assert-never.ts'
import { TIERS, type Rung, type RungClockKind, type ServiceItem } from './item.ts'
import { itemProblem, type ItemProblem } from './item-rules.ts'
import { BAD_RATING_LIMIT, ORDER_REPLY_LIMITS } from './order-limits.ts'

/** Rungs that stand on clocks the item does not have, or that could not be reckoned on them (design 7). */
export function checkLadder(item: ServiceItem): readonly ItemProblem[] {
  return item.ladder.flatMap((rung, r) => checkRung(item, rung, ['ladder', r]))
}

function checkRung(item: ServiceItem, rung: Rung, path: readonly (string | number)[]): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  const names = { rung: rung.code }
  const budgets = budgetsOf(item, rung.clock)
  if (budgets.length === 0) problems.push(itemProblem('rung-without-clock', [...path, 'clock'], names))
  if (rung.actions.length === 0) problems.push(itemProblem('rung-without-action', path, names))
  if (rung.clock === 'order-reply' && rung.actions.some((action) => action.kind === 'order'))
    problems.push(itemProblem('rung-orders-again', [...path, 'actions'], names))
  const asksDecider = rung.actions.some((action) => action.kind === 'notify' && action.roles.includes('decider'))
  if (asksDecider && rung.clock !== 'extension-decision') problems.push(itemProblem('rung-decider', [...path, 'actions'], names))
  const ofTask = rung.clock === 'sign' || rung.clock === 'stage' || rung.clock === 'co-handling'
  if (!ofTask && (rung.condition === 'unsigned' || rung.condition === 'unclaimed')) {
    problems.push(itemProblem('rung-condition', [...path, 'condition'], names))
  }
  if (rung.offset.kind === 'percent') {
    if (rung.offset.percent < 1 || rung.offset.percent > 100) problems.push(itemProblem('rung-percent', [...path, 'offset'], names))
  } else if (rung.offset.amount < 0) {
    const { amount, unit } = rung.offset
    if (budgets.some((budget) => budget.unit !== unit)) problems.push(itemProblem('rung-unit', [...path, 'offset'], names))
    else if (budgets.some((budget) => -amount > budget.amount)) problems.push(itemProblem('rung-before-start', [...path, 'offset'], names))
  }
  return problems
}

/** Every budget that a clock of this kind can have in the item; none where the item has no such clock. */
export function budgetsOf(item: ServiceItem, kind: RungClockKind): readonly Amount[] {
  const { limits, stages } = item
  switch (kind) {
    case 'sign':
      return stages.map((stage) => stage.signLimit)
    case 'stage':
      return stages.map((stage) => stage.workingLimit)
    case 'co-handling':
      return stages.flatMap((stage) => stage.coHandlers.map((coHandler) => coHandler.limit))
    case 'acceptance':
      return limits.acceptance ? [limits.acceptance] : []
    case 'legal':
      return limits.legal ? [limits.legal] : []
    case 'promised':
      return TIERS.map((tier) => limits.promised[tier])
    case 'cure':
      return [limits.cure]
    case 'answer':
      return [limits.answer]
    case 'order-reply':
      // Every item has them: the expert's urging, a supervisor's word and a bad rating order without any ladder.
      return [ORDER_REPLY_LIMITS.urge, ORDER_REPLY_LIMITS.supervise, BAD_RATING_LIMIT, ...limitsOfLadder(item)]
    case 'extension-decision':
      return limits.extension ? [limits.extension.decisionLimit] : []
    default:
      return assertNever(kind)
  }
}

function limitsOfLadder(item: ServiceItem): readonly Amount[] {
  return item.ladder.flatMap((rung) => rung.actions.flatMap((action) => (action.kind === 'order' ? [action.replyLimit] : [])))
}
