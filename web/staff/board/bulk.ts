import type { Action } from '../../http/shapes/appeal.ts'
import type { BulkAnswer, SupervisedAppeal } from '../../http/shapes/board.ts'
import { specOf } from '../commands/table.ts'

type LeadTask = SupervisedAppeal['tasks'][number]

export function openLead(appeal: SupervisedAppeal): LeadTask | null {
  return appeal.tasks.find((task) => task.role === 'lead' && task.endedAt === null) ?? null
}

/** What may be done about an appeal as a whole and about its open lead task, each kind once; the task's own goes first. */
export function actionsOf(appeal: SupervisedAppeal): readonly Action[] {
  const found = new Map<string, Action>()
  for (const action of [...(openLead(appeal)?.actions ?? []), ...appeal.actions]) {
    if (!found.has(action.kind)) found.set(action.kind, action)
  }
  return [...found.values()]
}

/** The commands that may be pressed on many and that at least one of the appeals allows; who does not is told so in the result. */
export function bulkActions(appeals: readonly SupervisedAppeal[]): readonly Action[] {
  const found = new Map<string, Action>()
  for (const appeal of appeals) {
    for (const action of actionsOf(appeal)) {
      if (specOf(action.kind)?.bulk === true && !found.has(action.kind)) found.set(action.kind, action)
    }
  }
  return [...found.values()]
}

/** The body of `POST /api/bulk`: a command on tasks names the open lead tasks with the versions seen, one on appeals their numbers. */
export function bulkBody(
  action: Pick<Action, 'kind' | 'href'>,
  body: Readonly<Record<string, unknown>>,
  appeals: readonly SupervisedAppeal[],
): Readonly<Record<string, unknown>> {
  if (!action.href.startsWith('/api/tasks/')) return { command: action.kind, body, appeals: appeals.map(({ number }) => number) }
  const tasks = appeals.flatMap((appeal) => {
    const task = openLead(appeal)
    return task === null ? [] : [{ id: task.id, version: task.version }]
  })
  return { command: action.kind, body, tasks }
}

/** How many rows were done and how many refused. */
export function tallyOf({ results }: Pick<BulkAnswer, 'results'>): { readonly done: number; readonly refused: number } {
  const refused = results.filter((row) => row.state === 'refused').length
  return { done: results.filter((row) => row.state === 'done').length, refused }
}
