import type { StuckKind } from '../../domain/case/stuck.ts'
import type { Instant, LocalDate } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { dateOf, instantOf, instantOrNull } from '../instants.ts'

export interface StuckRow {
  readonly caseId: string
  readonly number: string
  readonly item: string
  readonly kind: StuckKind
  /** Real instants. */
  readonly since: Instant
  readonly seenAt: Instant
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Round {
  readonly name: string
  /** Real instant. */
  readonly at: Instant
  readonly facts: Readonly<Record<string, unknown>>
}

export interface HealthReader {
  /** Appeals that stand still, of the experts of these stations or of all, the longest first. */
  stuck(stations: readonly string[] | 'all', limit: number): Promise<readonly StuckRow[]>
  /** How many of them by kind, without a limit. */
  stuckByKind(stations: readonly string[] | 'all'): Promise<Readonly<Partial<Record<StuckKind, number>>>>
  /** Cases whose next wake lies before a case instant, and the earliest wake that is past `now`, whatever `before`. */
  lateness(before: Instant, now: Instant): Promise<{ readonly late: number; readonly oldest: Instant | null }>
  /** Changes of calendars and items that are under way, and how many appeals wait for them. */
  changes(): Promise<{ readonly running: number; readonly pending: number }>
  /** What each kind of round saw last, by its name. */
  rounds(): Promise<ReadonlyMap<string, Round>>
  /** A count of one real day and of all days. */
  count(name: string, day: LocalDate): Promise<{ readonly today: number; readonly total: number }>
}

export function createHealthReader(db: Database): HealthReader {
  // An appeal that was never started has no row; then its expert's station stands for it.
  const ofStations = (stations: readonly string[] | 'all'): Prisma.Sql =>
    stations === 'all'
      ? Prisma.sql`from stuck_case s join intake i on i.id = s.case_id`
      : Prisma.sql`from stuck_case s join intake i on i.id = s.case_id join expert e on e.id = i.expert_id
          left join appeal a on a.case_id = s.case_id
         where coalesce(a.station, e.station) = any (${[...stations]}::text[])`

  return {
    async stuck(stations, limit) {
      const rows = await db.$queryRaw<(Omit<StuckRow, 'since' | 'seenAt'> & { since: Date; seenAt: Date })[]>`
        select s.case_id as "caseId", i.number, i.item, s.kind, s.since, s.seen_at as "seenAt", s.detail ${ofStations(stations)}
         order by s.since, s.case_id, s.kind limit ${limit}`
      return rows.map((row) => ({ ...row, since: instantOf(row.since), seenAt: instantOf(row.seenAt) }))
    },

    async stuckByKind(stations) {
      const rows = await db.$queryRaw<{ kind: StuckKind; count: number }[]>`
        select s.kind, count(*)::integer as count ${ofStations(stations)} group by s.kind`
      return Object.fromEntries(rows.map((row) => [row.kind, row.count]))
    },

    async lateness(before, now) {
      const [row] = await db.$queryRaw<{ late: number; oldest: Date | null }[]>`
        select count(*) filter (where next_wake_at < ${new Date(before)})::integer as late, min(next_wake_at) as oldest
          from appeal where next_wake_at < ${new Date(now)}`
      return { late: row?.late ?? 0, oldest: instantOrNull(row?.oldest ?? null) }
    },

    async changes() {
      const [row] = await db.$queryRaw<{ running: number; pending: number }[]>`
        select (select count(*)::integer from change_run where ended_at is null) as running,
               (select count(*)::integer from change_case c join change_run r on r.id = c.run_id and r.ended_at is null
                 where c.state = 'pending') as pending`
      return { running: row?.running ?? 0, pending: row?.pending ?? 0 }
    },

    async rounds() {
      const rows = await db.$queryRaw<{ name: string; at: Date; facts: Readonly<Record<string, unknown>> }[]>`
        select name, at, facts from last_round`
      return new Map(rows.map((row) => [row.name, { ...row, at: instantOf(row.at) }]))
    },

    async count(name, day) {
      const [row] = await db.$queryRaw<{ today: number; total: number }[]>`
        select coalesce(sum(count) filter (where day = ${dateOf(day)}::date), 0)::float8 as today, coalesce(sum(count), 0)::float8 as total
          from watch_count where name = ${name}`
      return { today: row?.today ?? 0, total: row?.total ?? 0 }
    },
  }
}
