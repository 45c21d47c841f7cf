import type { Language } from '../../domain/text.ts'
import type { Problem } from './problem.ts'

/** What a refusal says about single fields, by the field's dotted path, in the reader's language; the first of each field. */
export function fieldErrorsOf(problem: Problem, language: Language): ReadonlyMap<string, string> {
  const given: unknown = problem.body['errors']
  const found = new Map<string, string>()
  for (const each of Array.isArray(given) ? given : []) {
    if (!isRecord(each) || typeof each['field'] !== 'string') continue
    const sentence = each[language]
    if (typeof sentence === 'string' && !found.has(each['field'])) found.set(each['field'], sentence)
  }
  return found
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
