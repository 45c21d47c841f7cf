import type { AppealRow } from '../../../domain/case/rows.ts'
import {
  AGES,
  type Age,
  CLOSED_FIGURES,
  type ClosedFigure,
  type Figure,
  isClosedFigure,
  isReceivedFigure,
  PRESENT_FIGURES,
  type PresentFigure,
  RECEIVED_FIGURES,
  type ReceivedFigure,
} from '../../../domain/figures/figures.ts'
import type { Month } from '../../../domain/figures/months.ts'
import type { Database } from '../../database.ts'
import { type Appeal, Prisma } from '../../generated/client.ts'
import { allOf } from '../appeal-filter.ts'
import { APPEAL_COLUMNS } from '../columns.ts'
import { type Page, pageOf } from '../cursor.ts'
import { appealRowOf } from '../rows.ts'
import { afterFigure, type FigureQuery, orderOf, placeOfFigure, setConditions, type Stations } from './figure-list.ts'
import { ageSql, type FigureTime, figureSql, type Mark, markedCases } from './figure-sets.ts'

/** Open appeals of one window and item. */
export interface PresentCell {
  /** Null while an arbitration is pending. */
  readonly window: string | null
  readonly item: string
  readonly counts: Readonly<Record<PresentFigure, number>>
  readonly ages: Readonly<Record<Age, number>>
}

export interface MonthCounts {
  readonly month: string
  readonly counts: Readonly<Record<ReceivedFigure | ClosedFigure, number>>
}

/** Open appeals on which a person has an open task. */
export interface HeldCount {
  readonly person: string
  readonly held: number
  readonly overdue: number
}

/** Which appeals the rates are about. */
export type Narrowing = Pick<FigureQuery, 'window' | 'item' | 'station'>

export interface FigureReader {
  /** Every figure of open appeals and their ages, by accountable window and item, in one pass. */
  present(stations: Stations, time: FigureTime): Promise<readonly PresentCell[]>
  /** Every figure of these months, oldest first; months without any appeal stand with zeros. */
  months(stations: Stations, time: FigureTime, months: readonly Month[], narrowing: Narrowing): Promise<readonly MonthCounts[]>
  /** The load of people, the greatest first. */
  held(stations: Stations, time: FigureTime, limit: number): Promise<readonly HeldCount[]>
  /** The list behind a figure: as many rows as the figure counts. Throws InvalidCursor. */
  list(
    stations: Stations,
    query: FigureQuery,
    time: FigureTime,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<AppealRow>>
  /** The same with the holder of the lead task: what files show. Throws InvalidCursor. */
  listed(
    stations: Stations,
    query: FigureQuery,
    time: FigureTime,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<ListedAppeal>>
  count(stations: Stations, query: FigureQuery, time: FigureTime): Promise<number>
}

/** A row of a list behind a figure. */
export interface ListedAppeal extends AppealRow {
  /** Staff id of who has the open lead task; null where nobody does. */
  readonly holder: string | null
}

export function createFigureReader(db: Database): FigureReader {
  const counted = async (
    figures: readonly (ReceivedFigure | ClosedFigure)[],
    [stations, time, months, narrowing]: readonly [Stations, FigureTime, readonly Month[], Narrowing],
  ): Promise<readonly ({ readonly month: Date } & Readonly<Record<string, number>>)[]> => {
    const [first, last] = [months[0], months.at(-1)]
    const figure = figures[0]
    if (first === undefined || last === undefined || figure === undefined) return []
    const within = setConditions(stations, { ...narrowing, figure, month: { month: '', from: first.from, to: last.to } }, time)
    const used = figures === RECEIVED_FIGURES ? RECEIVED_MARKS : CLOSED_MARKS
    const instant = orderOf(figure).key
    return db.$queryRaw`
      select date_trunc('month', (${instant} at time zone 'UTC') + interval '8 hours') as month, ${filters(figures, time)}
        from appeal a ${markJoins(used, time)} where ${allOf(within)} group by 1`
  }

  const page = async <R extends Appeal, T>(
    stations: Stations,
    query: FigureQuery,
    time: FigureTime,
    { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
    more: Prisma.Sql,
    map: (row: R) => T,
  ): Promise<Page<T>> => {
    const { key, descending } = orderOf(query.figure)
    const after = cursor === undefined ? [] : [afterFigure(query.figure, placeOfFigure(cursor))]
    const way = Prisma.raw(descending ? 'desc' : 'asc')
    const conditions = allOf([...setConditions(stations, query, time), ...after])
    // A narrowed set is found by its own index first; in the order of the list the plan might pass all open appeals to find few.
    const isNarrow = query.window !== undefined || query.item !== undefined || query.station !== undefined
    const chosen = isNarrow
      ? Prisma.sql`a.case_id in (select s.case_id from (select a.case_id from appeal a where ${conditions} offset 0) s)`
      : conditions
    const rows = await db.$queryRaw<R[]>`
      select ${APPEAL_COLUMNS} ${more} from appeal a where ${chosen}
       order by ${key} ${way}, a.case_id ${way} limit ${limit + 1}`
    return pageOf(rows, limit, (row) => ({ at: instantIn(query.figure, row), id: row.caseId }), map)
  }

  return {
    async present(stations, time) {
      const ages = Prisma.join(AGES.map((age) => counting(ageSql(age, time.now), `age ${age}`)))
      const rows = await db.$queryRaw<({ window: string | null; item: string } & Record<string, number>)[]>`
        select a.accountable_window as "window", a.item, ${filters(PRESENT_FIGURES, time)}, ${ages}
          from appeal a ${markJoins(PRESENT_MARKS, time)}
         where a.status = 'open' ${stations === 'all' ? Prisma.empty : Prisma.sql`and a.station = any (${[...stations]}::text[])`}
         group by a.accountable_window, a.item order by a.accountable_window nulls last, a.item`
      return rows.map((row) => ({
        window: row.window,
        item: row.item,
        counts: numbers(PRESENT_FIGURES, (figure) => row[figure]),
        ages: numbers(AGES, (age) => row[`age ${age}`]),
      }))
    },

    async months(stations, time, months, narrowing) {
      const asked = [stations, time, months, narrowing] as const
      const [received, closed] = await Promise.all([counted(RECEIVED_FIGURES, asked), counted(CLOSED_FIGURES, asked)])
      return months.map(({ month }) => {
        const inMonth = (row: { readonly month: Date }): boolean => row.month.toISOString().startsWith(month)
        const [r, c] = [received.find(inMonth), closed.find(inMonth)]
        return {
          month,
          counts: { ...numbers(RECEIVED_FIGURES, (figure) => r?.[figure]), ...numbers(CLOSED_FIGURES, (figure) => c?.[figure]) },
        }
      })
    },

    // A close ends every task, so the appeals of open tasks are open; they are joined only where their station matters.
    held: (stations, time, limit) => db.$queryRaw<HeldCount[]>`
      select t.assignee as person, count(distinct t.case_id)::integer as held,
             count(distinct t.case_id) filter (where t.due_at < ${new Date(time.now)})::integer as overdue
        from task t ${stations === 'all' ? Prisma.empty : Prisma.sql`join appeal a on a.case_id = t.case_id and a.status = 'open'`}
       where t.ended_at is null and t.assignee is not null
         ${stations === 'all' ? Prisma.empty : Prisma.sql`and a.station = any (${[...stations]}::text[])`}
       group by t.assignee order by held desc, t.assignee limit ${limit}`,

    list: (stations, query, time, { cursor, limit }) => page(stations, query, time, { cursor, limit }, Prisma.empty, appealRowOf),

    listed: (stations, query, time, { cursor, limit }) =>
      page<Appeal & { readonly holder: string | null }, ListedAppeal>(stations, query, time, { cursor, limit }, HOLDER, (row) => ({
        ...appealRowOf(row),
        holder: row.holder,
      })),

    async count(stations, query, time) {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::integer as count from appeal a where ${allOf(setConditions(stations, query, time))}`
      return row?.count ?? 0
    },
  }
}

const HOLDER = Prisma.sql`, (select t.assignee from task t where t.case_id = a.case_id and t.role = 'lead' and t.ended_at is null limit 1) as holder`
const PRESENT_MARKS = ['unsigned', 'extensionAwaited', 'arbitrationAwaited', 'extensionLate', 'pauseSuspicious'] as const
const RECEIVED_MARKS = ['returned', 'signLate', 'neverSigned'] as const
const CLOSED_MARKS = ['dateMissed', 'extended'] as const

function instantIn(figure: Figure, row: Appeal): Date | null {
  if (isReceivedFigure(figure)) return row.receivedAt
  return isClosedFigure(figure) ? row.closedAt : row.dueAt
}

function counting(condition: Prisma.Sql, name: string): Prisma.Sql {
  return Prisma.sql`count(*) filter (where ${condition})::integer as ${Prisma.raw(`"${name}"`)}`
}

function filters(figures: readonly Figure[], time: FigureTime): Prisma.Sql {
  return Prisma.join(
    figures.map((figure) =>
      counting(
        figureSql(figure, time, (mark) => Prisma.raw(`("${mark}".case_id is not null)`)),
        figure,
      ),
    ),
  )
}

/** Each mark once an appeal, beside it; the marked appeals are few, so they are hashed whole. */
function markJoins(marks: readonly Mark[], time: FigureTime): Prisma.Sql {
  return Prisma.join(
    marks.map(
      (mark) =>
        Prisma.sql`left join (select distinct k.case_id from (${markedCases(mark, time)}) k) ${Prisma.raw(`"${mark}"`)} on ${Prisma.raw(`"${mark}"`)}.case_id = a.case_id`,
    ),
    ' ',
  )
}

function numbers<K extends string>(names: readonly K[], of: (name: K) => number | undefined): Readonly<Record<K, number>> {
  const entries = names.map((name) => [name, of(name) ?? 0] as const)
  return Object.fromEntries(entries) as Record<K, number>
}
