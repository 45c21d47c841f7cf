import type { z } from 'zod'
import { fieldError } from './problem.ts'
import type { FieldError } from './problem.ts'

type Issue = z.core.$ZodIssue

/** The broken rules that a schema found, each with its field (dotted path) and sentence in both languages. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue, []))
}

function fromIssue(issue: Issue, above: readonly PropertyKey[]): FieldError[] {
  const path = [...above, ...issue.path]
  const field = path.map(String).join('.')
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return [fieldError(field, 'required')]
      return [issue.expected === 'int' ? fieldError(field, 'not-whole') : fieldError(field, 'type', { expected: issue.expected })]
    case 'unrecognized_keys':
      return issue.keys.map((key) => fieldError([...path, key].map(String).join('.'), 'unknown-field'))
    case 'invalid_value':
      if (issue.input === undefined) return [fieldError(field, 'required')]
      return [fieldError(field, 'choice', { options: issue.values.map(String).join(', ') })]
    case 'too_small':
      return [fieldError(field, sized(issue.origin) ? 'too-short' : 'too-small', { minimum: String(issue.minimum) })]
    case 'too_big':
      return [fieldError(field, sized(issue.origin) ? 'too-long' : 'too-big', { maximum: String(issue.maximum) })]
    case 'invalid_format':
      return [fieldError(field, 'format', { format: issue.format })]
    case 'not_multiple_of':
      return [fieldError(field, 'step', { divisor: String(issue.divisor) })]
    case 'invalid_union':
      return nearestBranch(issue.errors, path) ?? [issue.input === undefined ? fieldError(field, 'required') : fieldError(field, 'other')]
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => fromIssue(inner, path))
    case 'custom':
      return [fieldError(field, 'other')]
  }
}

function sized(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set' || origin === 'map' || origin === 'file'
}

/** Of a union the branch with the fewest faults is taken to be the one that was meant. */
function nearestBranch(branches: readonly (readonly Issue[])[], path: readonly PropertyKey[]): FieldError[] | null {
  const errors = branches.map((issues) => issues.flatMap((issue) => fromIssue(issue, path))).filter((found) => found.length > 0)
  return errors.sort((a, b) => a.length - b.length)[0] ?? null
}
