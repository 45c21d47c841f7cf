import { type Age, type Figure, isClosedFigure, isPersonFigure, isReceivedFigure } from '../../../domain/figures/figures.ts'
import type { Month } from '../../../domain/figures/months.ts'
import { Prisma } from '../../generated/client.ts'
import { InvalidCursor, type Place, placeOf } from '../cursor.ts'
import { ageSql, type FigureTime, figureSql, markedCases } from './figure-sets.ts'

/** One number of the board: the figure and what it is narrowed to. */
export interface FigureQuery {
  readonly figure: Figure
  /** Accountable window; of a closed appeal the last one. */
  readonly window?: string
  readonly item?: string
  readonly station?: string
  /** For figures of open appeals. */
  readonly age?: Age
  /** For figures of a month; all months without. */
  readonly month?: Month
  /** Staff id, for figures of a person. */
  readonly person?: string
}

/** Stations whose experts' appeals count, or all. */
export type Stations = readonly string[] | 'all'

const NEAREST = Prisma.sql`coalesce(a.due_at, 'infinity'::timestamptz)`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The order of the list behind a figure: open appeals by the nearest limit, those of a month newest first. */
export function orderOf(figure: Figure): { readonly key: Prisma.Sql; readonly descending: boolean } {
  if (isReceivedFigure(figure)) return { key: Prisma.sql`a.received_at`, descending: true }
  if (isClosedFigure(figure)) return { key: Prisma.sql`a.closed_at`, descending: true }
  return { key: NEAREST, descending: false }
}

/** The set as conditions on `appeal a`. */
export function setConditions(stations: Stations, query: FigureQuery, time: FigureTime): Prisma.Sql[] {
  const { figure, window, item, station, age, month, person } = query
  const conditions = [
    ...(stations === 'all' ? [] : [Prisma.sql`a.station = any (${[...stations]}::text[])`]),
    ...withinSql(figure, month),
    figureSql(figure, time, (mark) => Prisma.sql`exists (${markedCases(mark, time, Prisma.sql`and m.case_id = a.case_id`)})`),
  ]
  if (window !== undefined) conditions.push(Prisma.sql`a.accountable_window = ${window}`)
  if (item !== undefined) conditions.push(Prisma.sql`a.item = ${item}`)
  if (station !== undefined) conditions.push(Prisma.sql`a.station = ${station}`)
  if (age !== undefined) conditions.push(ageSql(age, time.now))
  if (isPersonFigure(figure)) {
    const late = figure === 'held-overdue' ? Prisma.sql`and t.due_at < ${new Date(time.now)}` : Prisma.empty
    conditions.push(
      Prisma.sql`a.case_id in (select t.case_id from task t where t.ended_at is null and t.assignee = ${person ?? ''} ${late})`,
    )
  }
  return conditions
}

/** Open appeals, or those received or closed in the month. */
function withinSql(figure: Figure, month: Month | undefined): Prisma.Sql[] {
  const column = isReceivedFigure(figure) ? 'received_at' : isClosedFigure(figure) ? 'closed_at' : null
  if (column === null) return [Prisma.sql`a.status = 'open'`]
  const instant = Prisma.raw(`a.${column}`)
  const present = column === 'closed_at' ? [Prisma.sql`a.closed_at is not null`] : []
  if (month === undefined) return present
  return [...present, Prisma.sql`${instant} >= ${new Date(month.from)}`, Prisma.sql`${instant} < ${new Date(month.to)}`]
}

/** A cursor of a list behind a figure. Throws InvalidCursor. */
export function placeOfFigure(cursor: string): Place {
  const place = placeOf(cursor)
  if (!UUID.test(place.id)) throw new InvalidCursor(`not a cursor of a list behind a figure: ${cursor.slice(0, 40)}`)
  return place
}

/** What lies after the place in the order of the figure. */
export function afterFigure(figure: Figure, { at, id }: Place): Prisma.Sql {
  const { key, descending } = orderOf(figure)
  const instant = at === null ? Prisma.sql`'infinity'::timestamptz` : Prisma.sql`${at}::timestamptz`
  return Prisma.sql`(${key}, a.case_id) ${Prisma.raw(descending ? '<' : '>')} (${instant}, ${id}::uuid)`
}
