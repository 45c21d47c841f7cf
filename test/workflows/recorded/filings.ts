import type { FactValue } from '../../../domain/case/state.ts'
import { type FormField, type ServiceItem, TIERS } from '../../../domain/routing/item.ts'
import type { Filing } from '../../case/builders.ts'

/** Filings of an item that differ in what its conditions may ask: every choice, and numbers on both sides of every bound. */
export function filingsOf(item: ServiceItem): readonly Filing[] {
  const bounds = numbersIn(conditionsOf(item))
  let facts: readonly Readonly<Record<string, FactValue>>[] = [{}]
  for (const field of item.form.filter((each) => each.fact)) {
    facts = facts.flatMap((given) => valuesOf(field, bounds).map((value) => ({ ...given, [field.code]: value })))
  }
  return TIERS.toReversed().flatMap((tier) => facts.map((given) => ({ item, tier, facts: given })))
}

function valuesOf(field: FormField, bounds: readonly number[]): readonly FactValue[] {
  switch (field.type) {
    case 'boolean':
      return [false, true]
    case 'choice':
      return (field.options ?? []).map((option) => option.code)
    case 'integer':
    case 'number': {
      const least = field.min ?? 0
      const most = field.max ?? Infinity
      const values = [least, ...bounds.flatMap((bound) => [bound, bound + 1])]
      return [...new Set(values)].filter((value) => value >= least && value <= most)
    }
    default:
      throw new Error(`field ${field.code} of type ${field.type} is no fact`)
  }
}

function conditionsOf(item: ServiceItem): readonly string[] {
  return item.stages
    .flatMap((stage) => [...stage.coHandlers, ...stage.outcomes.flatMap((outcome) => outcome.leadsTo)])
    .flatMap(({ when }) => (when === undefined ? [] : [when]))
}

function numbersIn(conditions: readonly string[]): readonly number[] {
  return conditions.flatMap((condition) => condition.match(/\b\d+(\.\d+)?\b/g) ?? []).map(Number)
}
