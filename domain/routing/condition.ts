import { evaluate as feel } from 'feelin'
import type { FactValue } from '../case/state.ts'
import type { Language } from '../text.ts'
import type { StationLevel } from './directory.ts'
import type { Tier } from './item.ts'

/**
 * Facts a condition may read, by full name: `expert.tier`, `expert.language`, `station.level` and
 * `form.<code>` of every form field that the item declares as a fact. An answer that was not given
 * is absent.
 */
export type ConditionFacts = Readonly<Record<string, FactValue>>

/** The facts of one appeal under their full names; `form` holds the answers that are facts, by field code. */
export function factsOf(
  expert: { readonly tier: Tier; readonly language: Language },
  station: { readonly level: StationLevel },
  form: Readonly<Record<string, FactValue>>,
): ConditionFacts {
  const facts: Record<string, FactValue> = {
    'expert.tier': expert.tier,
    'expert.language': expert.language,
    'station.level': station.level,
  }
  for (const [code, value] of Object.entries(form)) facts[`form.${code}`] = value
  return facts
}

/**
 * True where the FEEL condition holds for these facts. A condition on an answer that was not given
 * does not hold. Never throws for a condition that `checkCondition` found free of problems.
 */
export function evaluate(condition: string, facts: ConditionFacts): boolean {
  return feel(condition, feelContext(facts)).value === true
}

/** FEEL's own context of nested objects, from full names; absent groups are empty. */
export function feelContext(facts: ConditionFacts): Record<string, Record<string, FactValue>> {
  const context: Record<string, Record<string, FactValue>> = { expert: {}, station: {}, form: {} }
  for (const [name, value] of Object.entries(facts)) {
    const dot = name.indexOf('.')
    const group = context[name.slice(0, dot)]
    if (group) group[name.slice(dot + 1)] = value
  }
  return context
}
