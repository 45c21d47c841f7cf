import type { FormField, ServiceItem } from './item.ts'
import { checkCondition, declaredFacts } from './check-condition.ts'
import { itemProblem, type ItemProblem } from './item-rules.ts'

/** Form fields that contradict themselves. */
export function checkForm(item: ServiceItem): readonly ItemProblem[] {
  return item.form.flatMap((field, f) => checkField(field, ['form', f]))
}

function checkField(field: FormField, path: readonly (string | number)[]): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  const names = { code: field.code }
  const options = field.options ?? []
  if ((field.type === 'choice') !== options.length > 0) problems.push(itemProblem('field-options', path, names))
  problems.push(...duplicates(options, [...path, 'options']))
  const numeric = field.type === 'integer' || field.type === 'number'
  const textual = field.type === 'text' || field.type === 'long-text'
  const boundsSuit = (field.min === undefined || numeric) && (field.max === undefined || numeric || textual)
  if (!boundsSuit || (field.min ?? -Infinity) > (field.max ?? Infinity)) problems.push(itemProblem('field-bounds', path, names))
  if (field.fact && field.confidential) problems.push(itemProblem('fact-confidential', [...path, 'fact'], names))
  if (field.fact && !numeric && field.type !== 'choice' && field.type !== 'boolean') {
    problems.push(itemProblem('fact-type', [...path, 'fact'], names))
  }
  return problems
}

/** Codes that are used twice in one list of the item. */
export function checkCodes(item: ServiceItem): readonly ItemProblem[] {
  return [
    ...duplicates(item.form, ['form']),
    ...duplicates(item.materials, ['materials']),
    ...duplicates(item.stages, ['stages']),
    ...item.stages.flatMap((stage, s) => duplicates(stage.outcomes, ['stages', s, 'outcomes'])),
    ...duplicates(item.ladder, ['ladder']),
  ]
}

/** Conditions of outcomes and co-handlers that could not be evaluated on what the item declares. */
export function checkConditions(item: ServiceItem): readonly ItemProblem[] {
  const facts = declaredFacts(item.form)
  const check = (when: string | undefined, path: readonly (string | number)[]): readonly ItemProblem[] =>
    when === undefined ? [] : checkCondition(when, facts).map((problem) => itemProblem('condition', [...path, 'when'], { problem }))
  return item.stages.flatMap((stage, s) => [
    ...stage.coHandlers.flatMap((coHandler, c) => check(coHandler.when, ['stages', s, 'coHandlers', c])),
    ...stage.outcomes.flatMap((outcome, o) =>
      outcome.leadsTo.flatMap((row, r) => check(row.when, ['stages', s, 'outcomes', o, 'leadsTo', r])),
    ),
  ])
}

function duplicates(rows: readonly { readonly code: string }[], path: readonly (string | number)[]): readonly ItemProblem[] {
  const seen = new Set<string>()
  const problems: ItemProblem[] = []
  rows.forEach((row, r) => {
    if (seen.has(row.code)) problems.push(itemProblem('duplicate-code', [...path, r, 'code'], { code: row.code }))
    seen.add(row.code)
  })
  return problems
}
