import type { z } from 'zod'
import type { Text } from '../../domain/text.ts'
import { catalogProblem, type CatalogProblem, type Path } from './problem.ts'
import { LOADER_RULES, type LoaderRule } from './rules.ts'

type Issue = z.core.$ZodIssue
type Args = Readonly<Record<string, string | Text>>

/** What a schema found wrong in one file, as problems with line and rule. */
export function zodProblems(error: z.ZodError, file: string, lineOf: (path: Path) => number): readonly CatalogProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem('unknown-key', [...path, key], { key }))
    }
    const [rule, args] = ruleOf(issue, path)
    return [problem(rule, path, args)]
  })

  function problem(rule: LoaderRule, path: Path, args: Args): CatalogProblem {
    return catalogProblem(rule, { file, line: lineOf(path), path }, args)
  }
}

const LANGUAGE_NAMES: Readonly<Record<string, Text>> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }

function ruleOf(issue: Issue, path: Path): readonly [LoaderRule, Args] {
  const key = String(path.at(-1) ?? '')
  const language = LANGUAGE_NAMES[key]
  if (language) return ['missing-text', { language }]
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? ['missing', { key }] : ['wrong-type', { expected: TYPE_NAMES[issue.expected] ?? issue.expected }]
    case 'invalid_value': {
      if (issue.input === undefined) return ['missing', { key }]
      const allowed = issue.values.map(String).join(', ')
      const role = key === 'role' || path.includes('notify')
      return [role ? 'unknown-role' : 'unknown-word', { word: String(issue.input), allowed }]
    }
    case 'too_small':
      return ['out-of-range', { bound: `>= ${issue.minimum}` }]
    case 'too_big':
      return ['out-of-range', { bound: `<= ${issue.maximum}` }]
    case 'custom':
      return isLoaderRule(issue.params?.['rule'])
        ? [issue.params['rule'], argsOf(issue.params['args'])]
        : ['wrong-type', { expected: issue.message }]
    default:
      return ['wrong-type', { expected: issue.message }]
  }
}

const TYPE_NAMES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'keys with values' },
  record: { zh: '键值', en: 'keys with values' },
}

function isLoaderRule(word: unknown): word is LoaderRule {
  return typeof word === 'string' && Object.hasOwn(LOADER_RULES, word)
}

function argsOf(args: unknown): Args {
  return typeof args === 'object' && args !== null ? (args as Args) : {}
}
