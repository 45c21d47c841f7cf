import type { AppealRow, ClockRow, OrderRow, TaskRow } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import { type Appeal, Prisma } from '../generated/client.ts'
import { type AppealFilter, type AppealScope, afterPlace, allOf, filterSql, scopeSql } from './appeal-filter.ts'
import { type Page, type Place, pageOf, placeOfAppeal } from './cursor.ts'
import { appealRowOf, clockRowOf, orderRowOf, taskRowOf } from './rows.ts'
import { APPEAL_COLUMNS } from './columns.ts'

export interface AppealQuery extends AppealFilter {
  readonly cursor?: string | undefined
  /** 1 to 200. */
  readonly limit: number
}

export interface AppealDetail {
  readonly appeal: AppealRow
  readonly tasks: readonly TaskRow[]
  readonly clocks: readonly ClockRow[]
  readonly orders: readonly OrderRow[]
}

export interface AppealReader {
  /** Appeals newest first (instant of receipt, then uuid). Throws InvalidCursor for a cursor of another list. */
  list(scope: AppealScope, query: AppealQuery): Promise<Page<AppealRow>>
  /** Open appeals past a limit, longest overdue first. */
  overdue(scope: AppealScope, now: number, page: { readonly cursor?: string | undefined; readonly limit: number }): Promise<Page<AppealRow>>
  /** The appeal with its tasks in the order of dispatch, its clocks and orders; null where there is none. By number or uuid. */
  detail(ref: string): Promise<AppealDetail | null>
  /** The row alone, if it lies in the scope. */
  find(scope: AppealScope, ref: string): Promise<AppealRow | null>
}

export function createAppealReader(db: Database): AppealReader {
  const select = (conditions: readonly Prisma.Sql[], order: Prisma.Sql, limit: number): Promise<Appeal[]> =>
    db.$queryRaw`select ${APPEAL_COLUMNS} from appeal a where ${allOf(conditions)} order by ${order} limit ${limit}`

  const NEWEST = Prisma.sql`a.received_at desc, a.case_id desc`
  const byReceipt = (row: Appeal): Place => ({ at: row.receivedAt, id: row.caseId })
  const byDue = (row: Appeal): Place => ({ at: row.dueAt, id: row.caseId })

  return {
    async list(scope, query) {
      const place = query.cursor === undefined ? null : placeOfAppeal(query.cursor)
      const filter = filterSql(query)
      const driven =
        scope.all || scope.expertId !== null || query.window !== undefined || query.expertId !== undefined || query.q !== undefined
      const visible = scopeSql(scope)
      const conditions = driven
        ? [...filter, ...(visible === null ? [] : [visible]), ...afterPlace('a', place)]
        : [Prisma.sql`a.case_id in (${candidates(scope, filter, place, query.limit + 1)})`]
      return pageOf(await select(conditions, NEWEST, query.limit + 1), query.limit, byReceipt, appealRowOf)
    },

    async overdue(scope, now, { cursor, limit }) {
      const place = cursor === undefined ? null : placeOfAppeal(cursor)
      const visible = scopeSql(scope)
      const conditions = [Prisma.sql`a.status = 'open'`, Prisma.sql`a.due_at < ${new Date(now)}`, ...(visible === null ? [] : [visible])]
      if (place?.at) conditions.push(Prisma.sql`(a.due_at, a.case_id) > (${place.at}, ${place.id}::uuid)`)
      return pageOf(await select(conditions, Prisma.sql`a.due_at, a.case_id`, limit + 1), limit, byDue, appealRowOf)
    },

    async detail(ref) {
      const appeal = (await select([named(ref)], NEWEST, 1))[0]
      if (!appeal) return null
      const where = { caseId: appeal.caseId }
      const [tasks, clocks, orders] = await Promise.all([
        db.task.findMany({ where, orderBy: [{ dispatchedAt: 'asc' }, { taskId: 'asc' }] }),
        db.clock.findMany({ where, orderBy: [{ startedAt: 'asc' }, { clockId: 'asc' }] }),
        db.caseOrder.findMany({ where, orderBy: [{ issuedAt: 'asc' }, { orderId: 'asc' }] }),
      ])
      return { appeal: appealRowOf(appeal), tasks: tasks.map(taskRowOf), clocks: clocks.map(clockRowOf), orders: orders.map(orderRowOf) }
    },

    async find(scope, ref) {
      const visible = scopeSql(scope)
      const row = (await select([named(ref), ...(visible === null ? [] : [visible])], NEWEST, 1))[0]
      return row ? appealRowOf(row) : null
    },
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function named(ref: string): Prisma.Sql {
  return UUID.test(ref) ? Prisma.sql`a.case_id = ${ref}::uuid` : Prisma.sql`a.number = ${ref.toUpperCase()}`
}

/**
 * The first appeals of each station and of each window of the scope, each read in order from its own
 * index, merged: what a page costs does not grow with the number of appeals.
 */
function candidates(scope: AppealScope, filter: readonly Prisma.Sql[], place: Place | null, limit: number): Prisma.Sql {
  const ofStations = Prisma.sql`
    select x.case_id, x.received_at from unnest(${[...scope.stations]}::text[]) s (code) cross join lateral (
      select a.case_id, a.received_at from appeal a where a.station = s.code and ${allOf([...filter, ...afterPlace('a', place)])}
       order by a.received_at desc, a.case_id desc limit ${limit}) x`
  const ofWindows = Prisma.sql`
    select x.case_id, x.received_at from unnest(${[...scope.windows]}::text[]) w (code) cross join lateral (
      select distinct on (t.received_at, t.case_id) t.case_id, t.received_at from task t join appeal a on a.case_id = t.case_id
       where t.window_code = w.code and ${allOf([...filter, ...afterPlace('t', place)])}
       order by t.received_at desc, t.case_id desc limit ${limit}) x`
  return Prisma.sql`select u.case_id from (${ofStations} union ${ofWindows}) u order by u.received_at desc, u.case_id desc limit ${limit}`
}
