import type { Refusal } from '../../domain/case/refusal.ts'
import { REFUSALS, refusalText } from '../../domain/case/refusal.ts'
import type { Language, Text } from '../../domain/text.ts'
import { FIELD_RULES, PROBLEMS } from './table.ts'
import type { FieldRule, ProblemCode } from './table.ts'

/** One fault of the input: the field (dotted path), the broken rule, and its sentence in both languages. */
export interface FieldError {
  readonly field: string
  readonly rule: string
  readonly zh: string
  readonly en: string
}

/** What a problem document is made from; sentences are in both languages until it is sent. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly text: Text
  readonly field: string | null
  readonly errors: readonly FieldError[]
  /** Further members of the document, e.g. the present `state` of a stale press. */
  readonly members: Readonly<Record<string, unknown>>
  readonly retryAfterSeconds: number | null
}

/** Thrown by handlers; the error handler turns it into application/problem+json. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.text.en}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

interface Options {
  readonly field?: string
  readonly params?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  readonly members?: Readonly<Record<string, unknown>>
  readonly retryAfterSeconds?: number
}

/** A problem of the API's own table. */
export function problem(code: ProblemCode, options: Options = {}): ProblemError {
  const row = PROBLEMS[code]
  return new ProblemError({
    code,
    status: row.status,
    text: fillText(row, options.params ?? {}),
    field: options.field ?? options.errors?.[0]?.field ?? null,
    errors: options.errors ?? [],
    members: options.members ?? {},
    retryAfterSeconds: options.retryAfterSeconds ?? null,
  })
}

/** A refusal of the core as a problem: status and sentence come from the refusal table. */
export function refusalProblem(refusal: Refusal, members: Readonly<Record<string, unknown>> = {}): ProblemError {
  const text = refusalText(refusal)
  const field = refusal.field
  const errors = field === null ? [] : [{ field, rule: refusal.refusal, ...text }]
  return new ProblemError({
    code: refusal.refusal,
    status: REFUSALS[refusal.refusal].status,
    text,
    field,
    errors,
    members,
    retryAfterSeconds: null,
  })
}

/** One broken rule of one field; `params` fill the sentence. */
export function fieldError(field: string, rule: FieldRule, params: Readonly<Record<string, string>> = {}): FieldError {
  return { field, rule, ...fillText(FIELD_RULES[rule], params) }
}

/** 422 with the broken rules, the first of them named in `field`. */
export function invalid(errors: readonly FieldError[]): ProblemError {
  return problem('invalid', { errors })
}

/** The RFC 9457 document in the reader's language. */
export function problemDocument(of: Problem, language: Language): Record<string, unknown> {
  return {
    type: `urn:hongyan:problem:${of.code}`,
    title: of.text[language],
    status: of.status,
    code: of.code,
    detail: [
      of.text[language],
      ...of.errors.filter((error) => error[language] !== of.text[language]).map((error) => `${error.field}: ${error[language]}`),
    ].join(' '),
    detailZh: of.text.zh,
    detailEn: of.text.en,
    ...(of.field === null ? {} : { field: of.field }),
    ...(of.errors.length === 0 ? {} : { errors: of.errors }),
    ...of.members,
  }
}

function fillText(text: Text, params: Readonly<Record<string, string>>): Text {
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
  return { zh: fill(text.zh), en: fill(text.en) }
}
