import { z } from 'zod'
import { UNITS, type Amount, type Unit } from '../../domain/clocks/types.ts'
import { LEVELS, type WindowSpec } from '../../domain/routing/directory.ts'
import { CLOCK_STARTS, type Limit, type RungOffset } from '../../domain/routing/item.ts'
import type { LoaderRule } from './rules.ts'

/** Longest limit that can be meant, in its own unit. */
const MAX_AMOUNT = 10_000

/** A string that is read by `parse`; what it cannot read is refused under the rule. */
function shortForm<T>(rule: LoaderRule, parse: (word: string) => T | null) {
  return z.string().transform((word, context): T => {
    const parsed = parse(word.trim())
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', params: { rule, args: { word } } })
    return z.NEVER
  })
}

/** `15 working-days`, `1 working-day`. */
export const amount = shortForm('bad-amount', parseAmount)

/** `20 working-days from acceptance`. */
export const limit = shortForm('bad-limit', (word): Limit | null => {
  const [, span, start] = /^(.+?)\s+from\s+(\S+)$/.exec(word) ?? []
  const parsed = span === undefined ? null : parseAmount(span)
  const startsAt = CLOCK_STARTS.find((s) => s === start)
  return parsed && startsAt ? { ...parsed, startsAt } : null
})

/** `education.schooling at city`: department, function and the level at which the window is wanted. */
export const windowSpec = shortForm('bad-window', (word): WindowSpec | null => {
  const [, department, fn, at] = /^([a-z0-9-]+)\.([a-z0-9-]+)\s+at\s+(\S+)$/.exec(word) ?? []
  const level = LEVELS.find((l) => l === at)
  return department !== undefined && fn !== undefined && level ? { department, function: fn, level } : null
})

/** `due`, `1 working-day before`, `2 working-hours after`, `80 percent`. */
export const rungOffset = shortForm('bad-offset', (word): RungOffset | null => {
  if (word === 'due') return { kind: 'units', amount: 0, unit: 'working-minutes' }
  const percent = /^(\d{1,3}) percent$/.exec(word)?.[1]
  if (percent !== undefined) return { kind: 'percent', percent: Number(percent) }
  const [, span, side] = /^(.+?)\s+(before|after)$/.exec(word) ?? []
  const parsed = span === undefined ? null : parseAmount(span)
  return parsed && { kind: 'units', amount: side === 'before' ? -parsed.amount : parsed.amount, unit: parsed.unit }
})

/** Reads `15 working-days`; null for anything that is no amount from 1 to 10,000 of a known unit. */
export function parseAmount(word: string): Amount | null {
  const [, digits, name] = /^(\d{1,5})\s+([a-z-]+)$/.exec(word) ?? []
  const unit: Unit | undefined = UNITS.find((u) => u === name || u === `${name}s`)
  const value = Number(digits)
  return unit && value >= 1 && value <= MAX_AMOUNT ? { amount: value, unit } : null
}

/** A text in both languages, neither of them blank. */
export const text = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })

/** A code of the catalogue: `kebab-case`. */
export const code = codeLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { zh: '用连字符连接', en: 'words joined by hyphens' })

/** A code of a form field: `camelCase`, since FEEL would read a hyphen as minus. */
export const fieldCode = codeLike(/^[a-z][a-zA-Z0-9]*$/, { zh: '只含字母和数字', en: 'letters and digits only' })

function codeLike(pattern: RegExp, said: { readonly zh: string; readonly en: string }) {
  return z.string().superRefine((word, context) => {
    if (word.length > 60 || !pattern.test(word)) {
      context.addIssue({ code: 'custom', params: { rule: 'bad-code', args: { word, pattern: said } } })
    }
  })
}
