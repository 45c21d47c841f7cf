import { evaluate, factsOf } from '../../routing/condition.ts'
import type { Outcome, Target } from '../../routing/item.ts'
import type { ConditionResults } from '../event.ts'
import { homeStation } from '../lookups.ts'
import type { CaseState } from '../state.ts'

/** What each condition is worth on the facts of the case; kept in the event it led to (design 5). */
export function resultsOf(state: CaseState, conditions: readonly string[]): ConditionResults {
  const { expert, facts } = state.start
  const known = factsOf(expert, homeStation(state), facts)
  return Object.fromEntries(conditions.map((condition) => [condition, evaluate(condition, known)]))
}

/** Where an outcome leads: the first row whose condition holds. Conditions after it are not evaluated. */
export function followOutcome(state: CaseState, outcome: Outcome): { readonly target: Target; readonly conditions: ConditionResults } {
  let conditions: ConditionResults = {}
  for (const row of outcome.leadsTo) {
    if (row.when === undefined) return { target: row.target, conditions }
    conditions = { ...conditions, ...resultsOf(state, [row.when]) }
    if (conditions[row.when] === true) return { target: row.target, conditions }
  }
  throw new Error(`outcome ${outcome.code} leads nowhere; the loader lets no such item in`)
}
