import { assertNever } from '../../domain/assert-never.ts'
import { Prisma } from '../generated/client.ts'
import { prefixPattern } from './appeal-filter.ts'
import type { Place } from './cursor.ts'

export const TASK_VIEWS = ['unclaimed', 'mine', 'waiting', 'overdue', 'done'] as const
export type TaskView = (typeof TASK_VIEWS)[number]

/** Whose list it is. */
export interface TaskScope {
  /** Windows the list is about. */
  readonly windows: readonly string[]
  /** Staff id, for `mine`; absent people for whom the person acts may be added. */
  readonly staff: readonly string[]
  /** Case time, for `overdue`. */
  readonly now: number
  /** Only tasks of this window, also in `mine`. */
  readonly window?: string
  /** Only tasks of appeals whose number, or whose expert's name, begins so. */
  readonly q?: string
  /** The appeals that `q` means, where they are few: they are looked up instead of searched for. */
  readonly cases?: readonly string[]
}

/** Where the branches of a view are read from: one index range for each value. */
interface Driver {
  readonly values: readonly string[]
  readonly column: 'window_code' | 'assignee' | 'delegate'
  readonly condition: Prisma.Sql
}

/**
 * Ids of the first open tasks of a view: for every window (or person) one range of an index in order,
 * in two branches joined by UNION ALL, those with a due date and after them those without (design 9).
 */
export function openTasks(view: Exclude<TaskView, 'done'>, scope: TaskScope, place: Place | null, limit: number): Prisma.Sql {
  const narrow = narrowed(scope)
  const dated = place === null || place.at !== null
  const branches = driversOf(view, scope).flatMap((driver) => [
    ...(dated ? [branch(driver, Prisma.sql`${afterDated(place)}${narrow}`, BY_DUE, limit)] : []),
    ...(view === 'overdue' ? [] : [branch(driver, Prisma.sql`${afterUndated(place)}${narrow}`, BY_DUE, limit)]),
  ])
  return branches.length === 0 ? NOTHING : Prisma.sql`select distinct b.task_id from (${Prisma.join(branches, ' union all ')}) b`
}

/** Ids of the tasks last ended in the windows. */
export function doneTasks(scope: TaskScope, place: Place | null, limit: number): Prisma.Sql {
  const driver = doneDriver(scope)
  const after = place === null || place.at === null ? Prisma.sql`true` : Prisma.sql`(t.ended_at, t.task_id) < (${place.at}, ${place.id})`
  return branch(driver, Prisma.sql`${after}${narrowed(scope)}`, Prisma.sql`t.ended_at desc, t.task_id desc`, limit)
}

/** How many tasks a view holds, counted no further than `most`. */
export function countSql(view: TaskView, scope: TaskScope, most: number): Prisma.Sql {
  const drivers = view === 'done' ? [doneDriver(scope)] : driversOf(view, scope)
  const narrow = narrowed(scope)
  // The index over open tasks is used only where the query says that they are open.
  const open = view === 'done' ? Prisma.empty : Prisma.sql` and t.ended_at is null`
  const parts = drivers.map(
    ({ values, column, condition }) => Prisma.sql`(select t.task_id from task t
      where t.${Prisma.raw(column)} = any (${[...values]}::text[]) and ${condition}${open}${narrow} limit ${most})`,
  )
  return Prisma.sql`select count(*)::integer as count from (select c.task_id from (${Prisma.join(parts, ' union ')}) c limit ${most}) d`
}

function doneDriver(scope: TaskScope): Driver {
  return { values: scope.windows, column: 'window_code', condition: Prisma.sql`t.ended_at is not null` }
}

/** What narrows a view besides its windows, as further conditions; nothing where it is not narrowed. */
function narrowed({ window, q, cases }: TaskScope): Prisma.Sql {
  const ofWindow = window === undefined ? Prisma.empty : Prisma.sql` and t.window_code = ${window}`
  if (cases !== undefined) return Prisma.sql`${ofWindow} and t.case_id = any (${[...cases]}::uuid[])`
  return q === undefined || q.trim() === '' ? ofWindow : Prisma.sql`${ofWindow} and t.case_id in (${meantBy(q)})`
}

/** The appeals whose number, or whose expert's name, begins so, in any case of letters. */
export function meantBy(q: string): Prisma.Sql {
  const number = prefixPattern(q.toUpperCase())
  const name = prefixPattern(q.toLowerCase())
  return Prisma.sql`select a.case_id from appeal a where a.number like ${number}
    union all select a.case_id from expert e join appeal a on a.expert_id = e.id where lower(e.name) like ${name}`
}

/** Also where no task has a due date: the plan takes the order from the index only when the query names it as the index does. */
const BY_DUE = Prisma.sql`t.due_at, t.task_id`

const NOTHING = Prisma.sql`select t.task_id from task t where false`

function driversOf(view: Exclude<TaskView, 'done'>, scope: TaskScope): readonly Driver[] {
  const ofWindows = (condition: Prisma.Sql): readonly Driver[] => [{ values: scope.windows, column: 'window_code', condition }]
  switch (view) {
    case 'unclaimed':
      return ofWindows(Prisma.sql`t.status in ('dispatched', 'signed') and t.assignee is null`)
    case 'waiting':
      return ofWindows(Prisma.sql`t.status = 'waiting'`)
    case 'overdue':
      return ofWindows(Prisma.sql`t.ended_at is null and t.due_at < ${new Date(scope.now)}`)
    case 'mine':
      return (['assignee', 'delegate'] as const).map((column) => ({
        values: scope.staff,
        column,
        condition: Prisma.sql`t.ended_at is null`,
      }))
    default:
      return assertNever(view)
  }
}

function branch({ values, column, condition }: Driver, after: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`(select x.task_id from unnest(${[...values]}::text[]) d (code) cross join lateral (
    select t.task_id from task t where t.${Prisma.raw(column)} = d.code and ${condition} and ${after} order by ${order} limit ${limit}) x)`
}

function afterDated(place: Place | null): Prisma.Sql {
  if (place === null || place.at === null) return Prisma.sql`t.due_at is not null`
  return Prisma.sql`t.due_at is not null and (t.due_at, t.task_id) > (${place.at}, ${place.id})`
}

function afterUndated(place: Place | null): Prisma.Sql {
  if (place === null || place.at !== null) return Prisma.sql`t.due_at is null`
  return Prisma.sql`t.due_at is null and t.task_id > ${place.id}`
}
