import type { Instant } from '../../../domain/clocks/types.ts'
import type { OrderListState } from '../../../domain/figures/order-states.ts'
import type { Database } from '../../database.ts'
import { Prisma } from '../../generated/client.ts'
import { instantOf, instantOrNull } from '../../instants.ts'
import { allOf } from '../appeal-filter.ts'
import { InvalidCursor, type Page, pageOf, placeOf } from '../cursor.ts'
import type { Stations } from './figure-list.ts'

export interface OrderQuery {
  readonly state: OrderListState
  readonly kind?: 'urge' | 'supervise'
  readonly window?: string
}

/** An urging or supervision order with its reply. */
export interface SupervisedOrder {
  readonly caseId: string
  readonly orderId: string
  readonly number: string
  readonly item: string
  readonly kind: 'urge' | 'supervise'
  readonly window: string
  readonly issuedAt: Instant
  readonly issuedByKind: string
  readonly issuedById: string | null
  readonly dueAt: Instant | null
  readonly answeredAt: Instant | null
  readonly answer: string | null
}

export interface OrderCount {
  readonly kind: 'urge' | 'supervise'
  readonly state: OrderListState
  readonly count: number
}

export interface OrderListReader {
  /** How many orders each list holds. */
  counts(stations: Stations, now: Instant): Promise<readonly OrderCount[]>
  /** Newest first. Throws InvalidCursor. */
  list(
    stations: Stations,
    query: OrderQuery,
    now: Instant,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<SupervisedOrder>>
}

interface Row {
  readonly caseId: string
  readonly orderId: string
  readonly number: string
  readonly item: string
  readonly kind: 'urge' | 'supervise'
  readonly window: string
  readonly issuedAt: Date
  readonly issuedByKind: string
  readonly issuedById: string | null
  readonly dueAt: Date | null
  readonly answeredAt: Date | null
  readonly answer: string | null
}

const DAYS_30_MS = 30 * 86_400_000
const FROM = Prisma.sql`case_order o join appeal a on a.case_id = o.case_id
  left join clock c on c.case_id = o.case_id and c.kind = 'order-reply' and c.scope_kind = 'order' and c.scope_id = o.order_id`
const PLACE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\w{1,20})$/

export function createOrderListReader(db: Database): OrderListReader {
  return {
    counts: (stations, now) => db.$queryRaw<OrderCount[]>`
      select o.kind, s.state, count(*)::integer as count from ${FROM}
        join lateral (values ('unanswered', ${stateSql('unanswered', now)}), ('late', ${stateSql('late', now)}),
                             ('answered', ${stateSql('answered', now)})) s (state, holds) on s.holds
       where (o.answered_at is null or o.issued_at >= ${new Date(now - DAYS_30_MS)}) and ${ofStations(stations)}
       group by o.kind, s.state order by o.kind desc, s.state`,

    async list(stations, { state, kind, window }, now, { cursor, limit }) {
      const conditions = [ofStations(stations), stateSql(state, now), ...(cursor === undefined ? [] : [afterSql(cursor)])]
      if (kind !== undefined) conditions.push(Prisma.sql`o.kind = ${kind}`)
      if (window !== undefined) conditions.push(Prisma.sql`o.window_code = ${window}`)
      const rows = await db.$queryRaw<Row[]>`
        select o.case_id as "caseId", o.order_id as "orderId", a.number, a.item, o.kind, o.window_code as "window", o.issued_at as "issuedAt",
               o.issued_by_kind as "issuedByKind", o.issued_by_id as "issuedById", c.due_at as "dueAt", o.answered_at as "answeredAt",
               (select x.body from case_event e join case_text x on x.id = (e.body::jsonb -> 'data' -> 'answer' ->> 'id')::uuid
                 where e.case_id = o.case_id and e.type = 'OrderAnswered' and e.body::jsonb -> 'data' ->> 'orderId' = o.order_id limit 1) as answer
          from ${FROM} where ${allOf(conditions)}
         order by o.issued_at desc, o.case_id desc, o.order_id desc limit ${limit + 1}`
      return pageOf(rows, limit, (row) => ({ at: row.issuedAt, id: `${row.caseId}_${row.orderId}` }), orderOf)
    },
  }
}

function orderOf(row: Row): SupervisedOrder {
  return {
    ...row,
    issuedAt: instantOf(row.issuedAt),
    dueAt: instantOrNull(row.dueAt),
    answeredAt: instantOrNull(row.answeredAt),
  }
}

/** An order whose clock has stopped without an answer ended with its appeal: nobody owes a reply any more. */
function stateSql(state: OrderListState, now: Instant): Prisma.Sql {
  if (state === 'unanswered') return Prisma.sql`(o.answered_at is null and c.stopped_at is null)`
  if (state === 'late') return Prisma.sql`(o.answered_at is null and c.stopped_at is null and c.due_at < ${new Date(now)})`
  return Prisma.sql`(o.answered_at is not null and o.issued_at >= ${new Date(now - DAYS_30_MS)})`
}

function ofStations(stations: Stations): Prisma.Sql {
  return stations === 'all' ? Prisma.sql`true` : Prisma.sql`a.station = any (${[...stations]}::text[])`
}

function afterSql(cursor: string): Prisma.Sql {
  const { at, id } = placeOf(cursor)
  const [, caseId, orderId] = PLACE.exec(id) ?? []
  if (at === null || caseId === undefined || orderId === undefined)
    throw new InvalidCursor(`not a cursor of a list of orders: ${cursor.slice(0, 40)}`)
  return Prisma.sql`(o.issued_at, o.case_id, o.order_id) < (${at}, ${caseId}::uuid, ${orderId})`
}
