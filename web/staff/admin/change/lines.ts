import type { LineProblem } from '../../../http/shapes/admin-item.ts'
import type { Problem } from '../../../http/problem.ts'

/** Where a line (from 1) begins and ends in a text, in characters. */
export function lineRange(text: string, line: number): { readonly from: number; readonly to: number } {
  let from = 0
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf('\n', from)
    if (end === -1) break
    from = end + 1
  }
  const end = text.indexOf('\n', from)
  return { from, to: end === -1 ? text.length : end }
}

/** The breaches that a refusal names by `file:line place`; one without a line stands at the first. */
export function lineProblems(refusal: Problem): readonly LineProblem[] {
  const given: unknown = refusal.body['errors']
  return (Array.isArray(given) ? given : []).flatMap((each: unknown) => {
    if (!isRecord(each)) return []
    const { field, zh, en } = each
    if (typeof field !== 'string' || typeof zh !== 'string' || typeof en !== 'string') return []
    const [, line = '1', place = ''] = /^[^:]*:(\d+)(?: (.*))?$/.exec(field) ?? []
    return [{ line: Number(line), place, severity: 'error' as const, zh, en }]
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
