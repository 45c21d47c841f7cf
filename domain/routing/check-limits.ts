import type { Amount } from '../clocks/types.ts'
import type { StaffRole } from '../people/roles.ts'
import { TIERS, type ServiceItem } from './item.ts'
import { itemProblem, type ItemProblem } from './item-rules.ts'
import { longestRoute } from './longest-route.ts'

/** Roles that may be named to decide an extension; those who only file, keep the system or read are not. */
export const EXTENSION_DECIDERS: readonly StaffRole[] = ['window-lead', 'department-head', 'station-supervisor', 'province-supervisor']

/** Where limits contradict each other, by the rules of design 5, of Administrative Licence Law arts. 32 and 42, and of provisional acceptance (容缺受理). */
export function checkLimits(item: ServiceItem): readonly ItemProblem[] {
  return [
    ...checkAcceptance(item),
    ...checkLegal(item),
    ...checkCure(item),
    ...checkStageLimits(item),
    ...checkExtension(item),
    ...checkExpiry(item),
  ]
}

function checkAcceptance(item: ServiceItem): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  const { acceptance, legal, promised } = item.limits
  const accepting = item.stages.flatMap((stage, s) => stage.outcomes.flatMap((outcome, o) => (outcome.accepts ? [{ outcome, s, o }] : [])))
  if (acceptance) {
    if (accepting.length === 0) problems.push(itemProblem('acceptance-without-outcome', ['limits', 'acceptance']))
    return problems
  }
  for (const { outcome, s, o } of accepting) {
    problems.push(itemProblem('accepts-without-limit', ['stages', s, 'outcomes', o], { outcome: outcome.code }))
  }
  if (legal?.startsAt === 'acceptance') problems.push(itemProblem('starts-at-missing-acceptance', ['limits', 'legal']))
  for (const tier of TIERS) {
    if (promised[tier].startsAt === 'acceptance') problems.push(itemProblem('starts-at-missing-acceptance', ['limits', 'promised', tier]))
  }
  return problems
}

function checkLegal(item: ServiceItem): readonly ItemProblem[] {
  const { legal, promised } = item.limits
  if (!legal) return []
  const problems: ItemProblem[] = []
  const route = longestRoute(item, legal.unit, legal.startsAt)
  const sameUnit = item.stages.filter((stage) => stage.workingLimit.unit === legal.unit)
  const all = sameUnit.reduce((sum, stage) => sum + stage.workingLimit.amount, 0)
  if (route.amount > legal.amount) {
    problems.push(
      itemProblem('stages-exceed-legal', ['limits', 'legal'], {
        sum: shown({ amount: route.amount, unit: legal.unit }),
        limit: shown(legal),
        route: route.stages.join(' > '),
      }),
    )
  } else if (!route.complete && all > legal.amount) problems.push(itemProblem('too-many-routes', ['stages']))
  item.stages.forEach((stage, s) => {
    if (stage.workingLimit.unit !== legal.unit) {
      problems.push(itemProblem('limits-not-comparable', ['stages', s, 'workingLimit'], { stage: stage.code }))
    }
  })
  for (const tier of TIERS) {
    if (exceeds(promised[tier], legal)) problems.push(itemProblem('promised-exceeds-legal', ['limits', 'promised', tier], { tier }))
  }
  return problems
}

/** What was promised at provisional acceptance is brought within the promised handling time (容缺受理). */
function checkCure(item: ServiceItem): readonly ItemProblem[] {
  if (!item.materials.some((material) => material.deferrable)) return []
  return TIERS.filter((tier) => exceeds(item.limits.cure, item.limits.promised[tier])).map((tier) =>
    itemProblem('cure-exceeds-promised', ['limits', 'cure'], { tier }),
  )
}

function checkStageLimits(item: ServiceItem): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  item.stages.forEach((stage, s) => {
    const accepts = stage.outcomes.some((outcome) => outcome.accepts)
    if (accepts && item.limits.acceptance && exceeds(stage.workingLimit, item.limits.acceptance)) {
      problems.push(itemProblem('stage-exceeds-acceptance', ['stages', s, 'workingLimit'], { stage: stage.code }))
    }
    const pointless = stage.onExpiry === 'deemed-accepted' ? !accepts : stage.onExpiry === 'deemed-consent' && stage.coHandlers.length === 0
    if (pointless) {
      problems.push(itemProblem('expiry-effect', ['stages', s, 'onExpiry'], { stage: stage.code }))
    }
    stage.coHandlers.forEach((coHandler, c) => {
      if (!exceeds(coHandler.limit, stage.workingLimit)) return
      problems.push(itemProblem('co-handling-exceeds-stage', ['stages', s, 'coHandlers', c, 'limit'], { stage: stage.code }))
    })
  })
  return problems
}

function checkExtension(item: ServiceItem): readonly ItemProblem[] {
  const rule = item.limits.extension
  if (!rule) return []
  const problems: ItemProblem[] = []
  const rows = rule.decidedBy
  const rising = rows.every((row, r) => r === 0 || row.upTo > (rows[r - 1]?.upTo ?? 0))
  if (!rising || (rows.at(-1)?.upTo ?? 0) < rule.maxAmount) {
    problems.push(itemProblem('extension-rows', ['limits', 'extension', 'decidedBy']))
  }
  rows.forEach((row, r) => {
    if (!EXTENSION_DECIDERS.includes(row.role)) {
      problems.push(itemProblem('extension-role', ['limits', 'extension', 'decidedBy', r, 'role'], { role: row.role }))
    }
  })
  return problems
}

/** An effect that is written for a clock which the item never starts. */
function checkExpiry({ limits, expiry }: ServiceItem): readonly ItemProblem[] {
  const missing = { acceptance: limits.acceptance === null, legal: limits.legal === null, 'extension-decision': limits.extension === null }
  return (['acceptance', 'legal', 'extension-decision'] as const)
    .filter((clock) => missing[clock] && expiry?.[clock] !== undefined)
    .map((clock) => itemProblem('expiry-without-clock', ['expiry', clock], { clock }))
}

/** True only where both count in the same unit. */
function exceeds(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.amount > b.amount
}

function shown(amount: Amount): string {
  return `${amount.amount} ${amount.unit}`
}
