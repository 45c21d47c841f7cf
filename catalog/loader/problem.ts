import { fillText } from '../../domain/routing/item-rules.ts'
import type { Text } from '../../domain/text.ts'
import { LOADER_RULES, LOADER_WARNINGS, type CatalogRule, type LoaderRule } from './rules.ts'

export type Path = readonly (string | number)[]

/** One breach of a rule in a file of the catalogue. `file` is relative to the catalogue, `line` counts from 1. */
export interface CatalogProblem {
  readonly file: string
  readonly line: number
  readonly path: Path
  readonly rule: CatalogRule
  readonly severity: 'error' | 'warning'
  readonly text: Text
}

/** A breach of one of the loader's own rules. */
export function catalogProblem(
  rule: LoaderRule,
  at: { readonly file: string; readonly line: number; readonly path: Path },
  args: Readonly<Record<string, string | Text>> = {},
): CatalogProblem {
  return { ...at, rule, severity: LOADER_WARNINGS.has(rule) ? 'warning' : 'error', text: fillText(LOADER_RULES[rule], args) }
}

/** `items/funding.yaml:41 stages.2.outcomes.0 [unknown-stage] ...` in both languages. */
export function problemLine(problem: CatalogProblem): string {
  const where = problem.path.length > 0 ? ` ${problem.path.join('.')}` : ''
  return `${problem.file}:${problem.line}${where} [${problem.rule}] ${problem.text.zh} / ${problem.text.en}`
}

/** The catalogue cannot be used; `problems` lists every breach that was found, warnings excluded. */
export class CatalogError extends Error {
  readonly problems: readonly CatalogProblem[]

  constructor(problems: readonly CatalogProblem[]) {
    super(`the catalogue has ${problems.length} error(s):\n${problems.map(problemLine).join('\n')}`)
    this.name = 'CatalogError'
    this.problems = problems
  }
}

/** Throws one `CatalogError` with all problems of severity `error`; else returns the warnings. */
export function refuseErrors(problems: readonly CatalogProblem[]): readonly CatalogProblem[] {
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) throw new CatalogError(errors)
  return problems
}
