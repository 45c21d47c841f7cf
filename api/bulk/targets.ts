import type { Instant } from '../../domain/clocks/types.ts'
import type { BulkTarget } from '../../prisma/stores/bulk-store.ts'
import { taskScope } from '../cases/task-scope.ts'
import { windowsSeen } from '../cases/scope.ts'
import type { Deps } from '../deps.ts'
import type { BulkBody } from '../schemas/bulk.ts'
import type { Person } from '../sessions/person.ts'

/** So many tasks or appeals one press takes. */
export const MOST_TARGETS = 500

export interface Targets {
  readonly targets: readonly BulkTarget[]
  /** True where more matched. */
  readonly beyond: boolean
}

/**
 * What a press on many is aimed at: the rows named, with the versions the person saw, or the first of all
 * that match. For a command on appeals the tasks stand for theirs, each appeal once.
 */
export async function targetsOf(deps: Deps, person: Person, at: Instant, body: BulkBody, onTasks: boolean): Promise<Targets> {
  if (body.appeals !== undefined) return { targets: body.appeals.map(ofAppeal), beyond: false }
  const { found, beyond } = body.filter === undefined ? await named(deps, person, body.tasks ?? []) : await matching(deps, person, at, body)
  if (onTasks) return { targets: found, beyond }
  return { targets: [...new Set(found.map((each) => each.number))].filter((number) => number !== '').map(ofAppeal), beyond }
}

interface Found {
  readonly found: readonly BulkTarget[]
  readonly beyond: boolean
}

/** The number of a task that lies outside the person's windows is not told; the command itself refuses it. */
async function named(deps: Deps, person: Person, tasks: NonNullable<BulkBody['tasks']>): Promise<Found> {
  const ids = [...new Map(tasks.map((task) => [task.id, task])).values()]
  const seen = new Set(windowsSeen(person, (await deps.offices()).windows.values()))
  const rows = new Map((await deps.tasks.findMany(ids.map(({ id }) => id))).map((row) => [row.taskId, row]))
  const found = ids.map(({ id, version }) => {
    const row = rows.get(id)
    return { target: id, number: row !== undefined && seen.has(row.window) ? row.number : '', version: version ?? row?.version ?? null }
  })
  return { found, beyond: false }
}

async function matching(deps: Deps, person: Person, at: Instant, { filter }: BulkBody): Promise<Found> {
  if (filter === undefined) return { found: [], beyond: false }
  const { rows, next } = await deps.tasks.list(filter.view, await taskScope(deps, person, at, filter), { limit: MOST_TARGETS })
  return { found: rows.map(({ taskId, number, version }) => ({ target: taskId, number, version })), beyond: next !== null }
}

function ofAppeal(number: string): BulkTarget {
  return { target: number, number, version: null }
}
