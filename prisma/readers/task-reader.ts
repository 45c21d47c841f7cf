import type { TaskRow } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import { Prisma, type Task } from '../generated/client.ts'
import { TASK_COLUMNS } from './columns.ts'
import { type Page, type Place, pageOf, placeOf } from './cursor.ts'
import { taskRowOf } from './rows.ts'
import { countSql, doneTasks, meantBy, openTasks, type TaskScope, type TaskView } from './task-views.ts'

export type { TaskScope, TaskView } from './task-views.ts'
export { TASK_VIEWS } from './task-views.ts'

/** A task in a list, with what the list shows of its appeal. */
export interface ListedTask extends TaskRow {
  readonly number: string
  readonly item: string
  readonly tier: string
}

export interface TaskReader {
  /**
   * One view over the windows of a person: unclaimed, waiting, overdue, done of the windows; mine is what
   * the person has or was delegated, in whatever window. By due date (tasks without one last), then id;
   * done: newest first. Throws InvalidCursor for a cursor of another list.
   */
  list(view: TaskView, scope: TaskScope, page: { readonly cursor?: string | undefined; readonly limit: number }): Promise<Page<ListedTask>>
  find(taskId: string): Promise<ListedTask | null>
  /** Those of the ids that there are, in no order. */
  findMany(taskIds: readonly string[]): Promise<readonly ListedTask[]>
  /** How many tasks a view of the person holds, counted no further than `most`. */
  count(view: TaskView, scope: TaskScope, most: number): Promise<number>
  /** How many open tasks each view holds, by window. */
  counts(windows: readonly string[], now: number): Promise<readonly TaskCounts[]>
}

export interface TaskCounts {
  readonly window: string
  readonly unclaimed: number
  readonly waiting: number
  readonly overdue: number
  readonly open: number
}

/** Appeals that a search means up to which they are looked up one by one. */
const FEW = 1_000

type Row = Task & { number: string; item: string; tier: string }

export function createTaskReader(db: Database): TaskReader {
  const listed = (row: Row): ListedTask => ({ ...taskRowOf(row), number: row.number, item: row.item, tier: row.tier })
  /** Few appeals are named one by one; of many the first page is found soon enough by searching in order. */
  async function meant(scope: TaskScope): Promise<TaskScope> {
    if (scope.q === undefined || scope.q.trim() === '') return scope
    const rows = await db.$queryRaw<{ id: string }[]>`select distinct m.case_id as id from (${meantBy(scope.q)} limit ${FEW + 1}) m`
    return rows.length > FEW ? scope : { ...scope, cases: rows.map(({ id }) => id) }
  }
  const placeIn =
    (view: TaskView) =>
    (row: Row): Place => ({ at: view === 'done' ? row.endedAt : row.dueAt, id: row.taskId })

  return {
    async list(view, wanted, { cursor, limit }) {
      const scope = await meant(wanted)
      const place = cursor === undefined ? null : placeOf(cursor)
      const found = view === 'done' ? doneTasks(scope, place, limit + 1) : openTasks(view, scope, place, limit + 1)
      const order = view === 'done' ? Prisma.sql`t.ended_at desc, t.task_id desc` : Prisma.sql`t.due_at nulls last, t.task_id`
      const rows = await db.$queryRaw<Row[]>`
        select ${TASK_COLUMNS}, a.number, a.item, a.tier from (${found}) f join task t on t.task_id = f.task_id join appeal a on a.case_id = t.case_id
         order by ${order} limit ${limit + 1}`
      return pageOf(rows, limit, placeIn(view), listed)
    },

    async find(taskId) {
      const rows = await db.$queryRaw<Row[]>`
        select ${TASK_COLUMNS}, a.number, a.item, a.tier from task t join appeal a on a.case_id = t.case_id where t.task_id = ${taskId}`
      return rows[0] ? listed(rows[0]) : null
    },

    async findMany(taskIds) {
      const rows = await db.$queryRaw<Row[]>`
        select ${TASK_COLUMNS}, a.number, a.item, a.tier from task t join appeal a on a.case_id = t.case_id where t.task_id = any (${[...taskIds]}::text[])`
      return rows.map(listed)
    },

    async count(view, scope, most) {
      const rows = await db.$queryRaw<{ count: number }[]>`${countSql(view, await meant(scope), most)}`
      return rows[0]?.count ?? 0
    },

    counts: (windows, now) => db.$queryRaw<TaskCounts[]>`
      select t.window_code as "window", count(*)::integer as open,
             (count(*) filter (where t.assignee is null and t.status in ('dispatched', 'signed')))::integer as unclaimed,
             (count(*) filter (where t.status = 'waiting'))::integer as waiting,
             (count(*) filter (where t.due_at < ${new Date(now)}))::integer as overdue
        from task t where t.ended_at is null and t.window_code = any (${[...windows]}::text[]) group by t.window_code order by t.window_code`,
  }
}
