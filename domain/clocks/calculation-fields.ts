import { calculationProblem, type CalculationProblem, type CalculationRule } from './calculation-rules.ts'
import { instantText, parseInstant } from './iso-instant.ts'
import type { Instant } from './types.ts'

/** Instants of a calculation lie between these; what is further away is a slip of the pen. */
const EARLIEST: Instant = 315_532_800_000
const LATEST: Instant = 4_102_444_800_000
const MAX_WORDS = 200

/** Reads fields of one JSON object and notes every breach with its path. */
export class FieldReader {
  readonly problems: CalculationProblem[]
  private readonly fields: Readonly<Record<string, unknown>>
  private readonly prefix: string

  constructor(fields: Readonly<Record<string, unknown>>, known: readonly string[], prefix = '', problems: CalculationProblem[] = []) {
    this.fields = fields
    this.prefix = prefix
    this.problems = problems
    for (const key of Object.keys(fields)) if (!known.includes(key)) this.report(key.slice(0, 40), 'unknown-field')
  }

  report(field: string, rule: CalculationRule, args?: Readonly<Record<string, string>>): null {
    this.problems.push(calculationProblem(this.prefix + field, rule, args))
    return null
  }

  /** The value, or undefined (noted where the field is required); null is as good as absent. */
  value(field: string, required: boolean): unknown {
    const value = this.fields[field]
    if (value !== undefined && value !== null) return value
    if (required) this.report(field, 'required')
    return undefined
  }

  text(field: string, required: boolean): string | null {
    const value = this.value(field, required)
    if (value === undefined) return null
    if (typeof value !== 'string') return this.report(field, 'wrong-type', { expected: 'string' })
    if (value.length > MAX_WORDS) return this.report(field, 'too-long', { limit: String(MAX_WORDS) })
    return value
  }

  choice<T extends string>(field: string, options: readonly T[], fallback?: T): T | null {
    const word = this.text(field, fallback === undefined)
    if (word === null) return fallback ?? null
    const option = options.find((each) => each === word)
    return option ?? this.report(field, 'unknown-word', { word: word.slice(0, 40), allowed: options.join(', ') })
  }

  /** A whole number from 1 to the limit. */
  amount(field: string, limit: number): number | null {
    const value = this.value(field, true)
    if (value === undefined) return null
    if (typeof value !== 'number') return this.report(field, 'wrong-type', { expected: 'number' })
    if (value <= 0) return this.report(field, 'not-positive')
    if (!Number.isInteger(value)) return this.report(field, 'not-whole')
    return value > limit ? this.report(field, 'too-large', { limit: String(limit) }) : value
  }

  instant(field: string, required: boolean): Instant | null {
    const text = this.text(field, required)
    if (text === null) return null
    const at = parseInstant(text)
    if (typeof at === 'string') return this.report(field, at)
    if (at >= EARLIEST && at < LATEST) return at
    return this.report(field, 'out-of-time', { from: instantText(EARLIEST), to: instantText(LATEST) })
  }

  /** Readers of a list of objects; empty where the field is absent. */
  list(field: string, known: readonly string[], limit: number): readonly FieldReader[] {
    const value = this.value(field, false)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.report(field, 'wrong-type', { expected: 'array' })
      return []
    }
    if (value.length > limit) {
      this.report(field, 'too-many', { limit: String(limit) })
      return []
    }
    return value.flatMap((entry: unknown, index) => {
      if (isObject(entry)) return [new FieldReader(entry, known, `${this.prefix}${field}.${index}.`, this.problems)]
      this.report(`${field}.${index}`, 'wrong-type', { expected: 'object' })
      return []
    })
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
