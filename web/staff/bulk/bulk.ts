import type { Action } from '../../http/shapes/appeal.ts'
import type { ListedTask } from '../../http/shapes/task.ts'
import { orderActions } from '../commands/body.ts'
import { specOf } from '../commands/table.ts'
import type { CommandScene } from '../commands/types.ts'
import type { DeskState } from '../workbench/state.ts'

/** What a press on many is aimed at: rows that are marked, or all that match. */
export type Selection =
  | { readonly kind: 'rows'; readonly rows: readonly ListedTask[] }
  | { readonly kind: 'all'; readonly state: DeskState }

/** The commands that at least one of the rows allows and that may be pressed on many, each once, the main one first. */
export function bulkActions(rows: readonly ListedTask[]): readonly Action[] {
  const found = new Map<string, Action>()
  for (const row of rows) {
    for (const action of row.actions) {
      if (specOf(action.kind)?.bulk === true && !found.has(action.kind)) found.set(action.kind, action)
    }
  }
  const alike = new Set(rows.map((row) => `${row.appeal.item} ${row.stage}`)).size === 1
  const { main, others } = orderActions([...found.values()].filter((action) => action.kind !== 'CompleteTask' || alike))
  return main === null ? others : [main, ...others]
}

/** What the form may choose from: the people of the window and the outcomes, where all rows share them. */
export function sceneOf(rows: readonly ListedTask[]): CommandScene {
  const windows = new Set(rows.map((row) => row.window))
  const alike = new Set(rows.map((row) => `${row.appeal.item} ${row.stage}`)).size === 1
  return { window: windows.size === 1 ? (rows[0]?.window ?? null) : null, outcomes: alike ? (rows[0]?.outcomes ?? []) : [], materials: [] }
}

/** The body of `POST /api/bulk`. */
export function bulkBody(command: string, body: Readonly<Record<string, unknown>>, selection: Selection): Record<string, unknown> {
  if (selection.kind === 'rows') return { command, body, tasks: selection.rows.map(({ id, version }) => ({ id, version })) }
  const { view, window, q } = selection.state
  return { command, body, filter: { view, ...(window !== null && { window }), ...(q.trim() !== '' && { q: q.trim() }) } }
}
