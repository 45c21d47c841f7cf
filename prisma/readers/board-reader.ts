import type { Colour } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'

export interface BoardCount {
  /** Accountable window; null while an arbitration is pending. */
  readonly window: string | null
  readonly colour: Colour
  readonly count: number
}

/** Marks on the open appeals of a window, which its cards do not show. */
export interface BoardMarks {
  readonly window: string | null
  readonly lateExtensions: number
  readonly suspiciousPauses: number
}

export interface BoardReader {
  /**
   * Open appeals by accountable window and colour, of the experts of these stations or of all. The list
   * with `status=open`, the window and the colour has exactly as many rows.
   */
  counts(stations: readonly string[] | 'all'): Promise<readonly BoardCount[]>
  /** Extensions asked for too late and pauses too short to be one, on open appeals, by accountable window; windows without any are left out. */
  marks(stations: readonly string[] | 'all'): Promise<readonly BoardMarks[]>
  /** Open appeals by colour, and notices that are not accepted by status: what /metrics shows. */
  figures(): Promise<{
    readonly openAppealsByColour: Readonly<Record<string, number>>
    readonly outboxByStatus: Readonly<Record<string, number>>
  }>
}

export function createBoardReader(db: Database): BoardReader {
  return {
    counts: (stations) => db.$queryRaw<BoardCount[]>`
      select a.accountable_window as "window", a.colour, count(*)::integer as count from appeal a
       where a.status = 'open' ${stations === 'all' ? Prisma.empty : Prisma.sql`and a.station = any (${[...stations]}::text[])`}
       group by a.accountable_window, a.colour order by a.accountable_window nulls first, a.colour`,

    marks: (stations) => db.$queryRaw<BoardMarks[]>`
      select a.accountable_window as "window",
             count(*) filter (where e.type = 'ExtensionAskedLate')::integer as "lateExtensions",
             count(*) filter (where e.type = 'TaskResumed')::integer as "suspiciousPauses"
        from case_event e join appeal a on a.case_id = e.case_id
       where (e.type = 'ExtensionAskedLate' or (e.type = 'TaskResumed' and e.body like '%"suspicious":true%'))
         and a.status = 'open' ${stations === 'all' ? Prisma.empty : Prisma.sql`and a.station = any (${[...stations]}::text[])`}
       group by a.accountable_window order by a.accountable_window nulls first`,

    async figures() {
      const [colours, statuses] = await Promise.all([
        db.$queryRaw<
          { colour: string; count: number }[]
        >`select colour, count(*)::integer as count from appeal where status = 'open' group by colour`,
        db.$queryRaw<
          { status: string; count: number }[]
        >`select status, count(*)::integer as count from notice where status <> 'accepted' group by status`,
      ])
      return {
        openAppealsByColour: Object.fromEntries(colours.map((row) => [row.colour, row.count])),
        outboxByStatus: Object.fromEntries(statuses.map((row) => [row.status, row.count])),
      }
    },
  }
}
