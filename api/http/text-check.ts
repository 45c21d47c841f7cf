import { fieldError } from '../problems/problem.ts'
import type { FieldError } from '../problems/problem.ts'

const MAX_DEPTH = 16

/**
 * Faults that no text of the product may have, wherever it stands in a body, a query or a path: NUL
 * characters (PostgreSQL cannot store them), lone surrogates (not UTF-8), and nesting beyond 16.
 * Iterative, so that a deeply nested body cannot exhaust the stack.
 */
export function textErrors(value: unknown): FieldError[] {
  const errors: FieldError[] = []
  const queue: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { path, depth } = next
    if (depth > MAX_DEPTH) return [fieldError(path, 'too-deep')]
    if (typeof next.value === 'string') errors.push(...stringErrors(next.value, path))
    else if (typeof next.value === 'object' && next.value !== null) {
      for (const [key, member] of Object.entries(next.value)) {
        const inner = path === '' ? key : `${path}.${key}`
        if (key === '__proto__') errors.push(fieldError(inner, 'unknown-field'))
        errors.push(...stringErrors(key, printable(inner)))
        queue.push({ value: member, path: printable(inner), depth: depth + 1 })
      }
    }
  }
  return errors
}

function stringErrors(text: string, path: string): FieldError[] {
  if (text.includes('\u0000')) return [fieldError(path, 'nul-byte')]
  return /\p{Surrogate}/u.test(text) ? [fieldError(path, 'lone-surrogate')] : []
}

/** A field name as it may stand in an answer: without the characters that are refused, and bounded. */
function printable(path: string): string {
  return path
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .slice(0, 200)
}
