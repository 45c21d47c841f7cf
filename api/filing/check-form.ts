import type { FactValue } from '../../domain/case/state.ts'
import type { FormField } from '../../domain/routing/item.ts'
import { fieldError } from '../problems/problem.ts'
import type { FieldError } from '../problems/problem.ts'

/** Greatest lengths where the item names none, in characters. */
const MAX_LENGTH = { text: 200, 'long-text': 4000 } as const

export interface CheckedForm {
  /** Answers by field code; fields left out are not there. */
  readonly form: Readonly<Record<string, FactValue>>
  /** Those the item declares as facts, for its conditions. */
  readonly facts: Readonly<Record<string, FactValue>>
  readonly errors: readonly FieldError[]
}

/** Holds the answers against the item's form: unknown fields, missing ones, types, choices, lengths, bounds. */
export function checkForm(fields: readonly FormField[], given: Readonly<Record<string, unknown>>): CheckedForm {
  const errors: FieldError[] = []
  const form: Record<string, FactValue> = {}
  const facts: Record<string, FactValue> = {}
  const known = new Set(fields.map((field) => field.code))
  for (const name of Object.keys(given)) if (!known.has(name)) errors.push(fieldError(`form.${name}`, 'unknown-field'))
  for (const field of fields) {
    const value = Object.hasOwn(given, field.code) ? given[field.code] : undefined
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
      if (field.required) errors.push(fieldError(`form.${field.code}`, 'required'))
      continue
    }
    const answer = checkAnswer(field, value)
    if (typeof answer === 'object') errors.push(answer)
    else {
      form[field.code] = answer
      if (field.fact) facts[field.code] = answer
    }
  }
  return { form, facts, errors }
}

function checkAnswer(field: FormField, value: unknown): FactValue | FieldError {
  const name = `form.${field.code}`
  switch (field.type) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? checkText(field, field.type, value.trim()) : fieldError(name, 'type', { expected: 'string' })
    case 'integer':
    case 'number':
      return typeof value === 'number' ? checkNumber(field, value) : fieldError(name, 'type', { expected: 'number' })
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : fieldError(name, 'not-a-date')
    case 'choice': {
      const options = (field.options ?? []).map((option) => option.code)
      return typeof value === 'string' && options.includes(value) ? value : fieldError(name, 'choice', { options: options.join(', ') })
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : fieldError(name, 'type', { expected: 'boolean' })
  }
}

function checkText(field: FormField, type: keyof typeof MAX_LENGTH, text: string): string | FieldError {
  const length = [...text].length
  const max = field.max ?? MAX_LENGTH[type]
  if (length > max) return fieldError(`form.${field.code}`, 'too-long', { maximum: String(max) })
  if (field.min !== undefined && length < field.min) return fieldError(`form.${field.code}`, 'too-short', { minimum: String(field.min) })
  return text
}

function checkNumber(field: FormField, value: number): number | FieldError {
  const name = `form.${field.code}`
  if (!Number.isFinite(value)) return fieldError(name, 'type', { expected: 'number' })
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return fieldError(name, 'not-whole')
  if (field.min !== undefined && value < field.min) return fieldError(name, 'too-small', { minimum: String(field.min) })
  if (field.max !== undefined && value > field.max) return fieldError(name, 'too-big', { maximum: String(field.max) })
  return value
}

/** A day that is in the calendar, years 1900 to 2200. */
function isDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
