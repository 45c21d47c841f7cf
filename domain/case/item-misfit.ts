import type { FormField, ServiceItem } from '../routing/item.ts'
import { extensionUnit, itemBudget } from './item-budget.ts'
import { caseClock, openTasks, pendingExtension, runningClocks } from './lookups.ts'
import type { CaseState, FactValue } from './state.ts'

/**
 * What of a newer version of its item keeps a running appeal from moving to it, as the place in the item's
 * file (`stages.matching`, `limits.legal`); null where it fits. Everything the appeal has must keep its
 * meaning: the stages it is in or was in, the answers and papers that were filed, the steps it has taken,
 * and what its clocks have been granted.
 */
export function itemMisfit(state: CaseState, item: ServiceItem): string | null {
  return missingStage(state, item) ?? changedField(state, item) ?? missingMaterial(state, item) ?? changedLimit(state, item)
}

function missingStage(state: CaseState, item: ServiceItem): string | null {
  const needed = [...Object.keys(state.visits), ...openTasks(state).map((task) => task.stage)]
  const missing = needed.find((code) => !item.stages.some((stage) => stage.code === code))
  return missing === undefined ? null : `stages.${missing}`
}

/** A field may be added; one that was answered stays, and what was answered in confidence stays so. */
function changedField(state: CaseState, item: ServiceItem): string | null {
  const changed = state.start.item.form.find((field) => {
    const after = item.form.find((each) => each.code === field.code)
    const fact = state.start.facts[field.code]
    if (!after || after.type !== field.type || (field.confidential && !after.confidential)) return true
    return fact !== undefined && !(after.fact && takes(after, fact))
  })
  return changed === undefined ? null : `form.${changed.code}`
}

function takes(field: FormField, value: FactValue): boolean {
  return field.type !== 'choice' || (field.options ?? []).some((option) => option.code === value)
}

function missingMaterial(state: CaseState, item: ServiceItem): string | null {
  const missing = Object.keys(state.materials).find((code) => !item.materials.some((material) => material.code === code))
  return missing === undefined ? null : `materials.${missing}`
}

function changedLimit(state: CaseState, item: ServiceItem): string | null {
  const { limits } = state.start.item
  const { tier } = state.start.expert
  if (state.accepted === null && (limits.acceptance === null) !== (item.limits.acceptance === null)) return 'limits.acceptance'
  if (caseClock(state, 'legal') && limits.legal && item.limits.legal && limits.legal.startsAt !== item.limits.legal.startsAt)
    return 'limits.legal'
  if (caseClock(state, 'promised') && limits.promised[tier].startsAt !== item.limits.promised[tier].startsAt)
    return `limits.promised.${tier}`
  if (pendingExtension(state) && extensionUnit(state.start.item, tier) !== extensionUnit(item, tier)) return 'limits.extension'
  return unitOfExtended(state, item)
}

/** A granted extension is counted in the unit of its clock, so that unit stays. */
function unitOfExtended(state: CaseState, item: ServiceItem): string | null {
  for (const clock of runningClocks(state)) {
    const budget = clock.facts.extensions.length === 0 ? null : itemBudget(state, clock, item)
    if (budget === null || budget.unit === clock.facts.budget.unit) continue
    if (clock.kind === 'stage') return `stages.${state.tasks[clock.scope.id]?.stage}.workingLimit`
    return clock.kind === 'promised' ? `limits.promised.${state.start.expert.tier}` : `limits.${clock.kind}`
  }
  return null
}
