import { evaluate as feel, parseExpression } from 'feelin'
import type { FactValue } from '../case/state.ts'
import { LANGUAGES, type Text } from '../text.ts'
import { feelContext } from './condition.ts'
import { STATION_LEVELS } from './directory.ts'
import { TIERS, type FormField } from './item.ts'

/** A fact that conditions of an item may name; `values` are all it can be, or null for a number. */
export interface DeclaredFact {
  readonly name: string
  readonly values: readonly FactValue[] | null
}

/** What a condition of an item with this form may read. */
export function declaredFacts(form: readonly FormField[]): readonly DeclaredFact[] {
  const facts: DeclaredFact[] = [
    { name: 'expert.tier', values: TIERS },
    { name: 'expert.language', values: LANGUAGES },
    { name: 'station.level', values: STATION_LEVELS },
  ]
  for (const field of form) {
    if (!field.fact) continue
    const values = field.type === 'boolean' ? [true, false] : field.type === 'choice' ? (field.options ?? []).map((o) => o.code) : null
    facts.push({ name: `form.${field.code}`, values })
  }
  return facts
}

const FUNCTIONS = new Set(['not', 'abs', 'floor', 'ceiling', 'min', 'max'])

/** Grammar that can neither name an unknown fact nor ask a clock. */
const GRAMMAR = new Set([
  'Expression',
  'Disjunction',
  'or',
  'Conjunction',
  'and',
  'Comparison',
  'CompareOp',
  'between',
  'in',
  'PositiveUnaryTests',
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
  'Interval',
  'List',
  'ParenthesizedExpression',
  'ArithmeticExpression',
  'ArithOp',
  'PathExpression',
  'VariableName',
  'PathName',
  'Identifier',
  'FunctionInvocation',
  'PositionalParameters',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'null',
  'IfExpression',
  'if',
  'then',
  'else',
  '(',
  ')',
  '[',
  ']',
  '.',
  '..',
])

/** Combinations of fact values that are tried at most. */
const MAX_TRIALS = 4096

/**
 * Problems of one FEEL condition, empty where it may be used (design 5): it does not parse, reads
 * something that is no declared fact, calls a function that is not on the short list (no clock is
 * on it: no `now()`, no `today()`), compares with a word that no fact can be, is not true or false
 * for some values of its facts, or can hold for none.
 */
export function checkCondition(condition: string, declared: readonly DeclaredFact[]): readonly Text[] {
  const read = readCondition(condition)
  if ('error' in read) return [read.error]
  const problems = [...read.problems]
  const used: DeclaredFact[] = []
  for (const name of read.names) {
    const fact = declared.find((f) => f.name === name)
    if (fact) used.push(fact)
    else
      problems.push(text(`条件中的“${name}”不是本事项声明的事实`, `the condition reads "${name}", which is no declared fact of the item`))
  }
  for (const word of read.words) {
    if (used.some((fact) => fact.values?.includes(word))) continue
    problems.push(text(`条件中的“${word}”不是所用事实的任何取值`, `the condition compares with "${word}", which none of its facts can be`))
  }
  return problems.length > 0 ? problems : tryOut(condition, used, read.numbers)
}

interface Reading {
  readonly names: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly numbers: ReadonlySet<number>
  readonly problems: readonly Text[]
}

function readCondition(condition: string): Reading | { readonly error: Text } {
  const names = new Set<string>()
  const words = new Set<string>()
  const numbers = new Set<number>()
  const problems: Text[] = []
  let broken = condition.trim() === ''
  parseExpression(condition, {}, undefined).iterate({
    enter(node) {
      const source = condition.slice(node.from, node.to)
      if (node.type.isError) broken = true
      else if (node.name === 'FunctionInvocation') {
        const name = source.slice(0, source.indexOf('(')).trim()
        if (!FUNCTIONS.has(name))
          problems.push(text(`条件不得调用函数“${name}”`, `the condition calls "${name}", which conditions may not`))
      } else if (node.name === 'PathExpression') {
        names.add(source.replace(/\s*\.\s*/, '.'))
        return false
      } else if (node.name === 'VariableName') {
        const called = condition.slice(node.to).trimStart().startsWith('(')
        if (!called) names.add(source)
      } else if (node.name === 'StringLiteral') words.add(source.slice(1, -1))
      else if (node.name === 'NumericLiteral') numbers.add(Number(source))
      else if (!GRAMMAR.has(node.name))
        problems.push(text(`条件中不得使用“${source}”`, `the condition uses "${source}", which conditions may not`))
      return true
    },
  })
  return broken
    ? { error: text('条件不是完整的 FEEL 表达式', 'the condition is no complete FEEL expression') }
    : { names, words, numbers, problems }
}

function tryOut(condition: string, used: readonly DeclaredFact[], numbers: ReadonlySet<number>): readonly Text[] {
  const around = [...new Set([0, 1, ...[...numbers].flatMap((n) => [n - 1, n, n + 1])])]
  let trials: Record<string, FactValue>[] = [{}]
  for (const fact of used) {
    const values = fact.values ?? around
    trials = trials.flatMap((trial) => values.map((value) => ({ ...trial, [fact.name]: value }))).slice(0, MAX_TRIALS)
  }
  let holds = trials.length === MAX_TRIALS || used.some((fact) => fact.values === null)
  for (const trial of trials) {
    const { value } = feel(condition, feelContext(trial))
    if (typeof value !== 'boolean') return [text('条件的结果不是“是”或“否”', 'the condition does not come out as true or false')]
    holds ||= value
  }
  return holds ? [] : [text('条件在任何情况下都不成立', 'the condition can hold for no values of its facts')]
}

function text(zh: string, en: string): Text {
  return { zh, en }
}
