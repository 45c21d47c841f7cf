import type { Action } from '../../http/shapes/appeal.ts'
import type { Outcome } from '../../http/shapes/task.ts'
import { specOf } from './table.ts'
import type { CommandField, CommandSpec } from './types.ts'

export type Typed = Readonly<Record<string, unknown>>

/** The fields of a form that are shown for what is typed so far. */
export function shownFields(spec: CommandSpec, typed: Typed, outcomes: readonly Outcome[]): readonly CommandField[] {
  const chosen = outcomes.find((outcome) => outcome.code === typed['outcome'])
  return spec.fields.filter((field) => field.whenOfficeInCharge !== true || chosen?.needsOfficeInCharge === true)
}

/** The body of a command from what was typed: what is left empty is left out, figures are figures. */
export function bodyOf(fields: readonly CommandField[], typed: Typed): Record<string, unknown> {
  const given = fields.flatMap(({ name, kind }) => {
    const value = typed[name]
    if (value === undefined || value === null) return []
    if (typeof value === 'string') {
      const words = value.trim()
      if (words === '') return []
      if (kind === 'amount' || kind === 'score') return [[name, Number(words)] as const]
      return [[name, kind === 'yes-no' ? words === 'yes' : words] as const]
    }
    return Array.isArray(value) && value.length === 0 ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

export interface Ordered {
  /** The one main button; null where there is nothing of that kind to do. */
  readonly main: Action | null
  readonly others: readonly Action[]
}

/** The one thing to do next, and the others in the order of the table. */
export function orderActions(actions: readonly Action[]): Ordered {
  const ranked = actions
    .flatMap((action) => {
      const rank = specOf(action.kind)?.primary ?? null
      return rank === null ? [] : [{ action, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
  const main = ranked[0]?.action ?? null
  return { main, others: actions.filter((action) => action !== main) }
}
