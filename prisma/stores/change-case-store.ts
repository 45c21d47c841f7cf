import type { Calendar } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { type ChangeKind, concerned } from '../change-scope.ts'
import type { Database } from '../database.ts'

export const CHANGE_STATES = ['pending', 'moved', 'unmoved', 'ended', 'refused', 'failed'] as const
/** `moved`: a date of the appeal moved; `unmoved`: it has the new version, and no date moved; `ended`: it was over before. */
export type ChangeState = (typeof CHANGE_STATES)[number]

/** What a run brings, with the bodies that are sent to appeals. */
export interface ChangeRunWork {
  readonly id: string
  /** By calendar id; empty for an item. */
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly item: ServiceItem | null
  /** Real time. */
  readonly createdAt: number
}

export interface ChangeCaseWork {
  readonly caseId: string
  /** Calendars of the run that the appeal carries. */
  readonly calendars: readonly string[]
}

/** `done`: the appeal took the change; whether a date moved is read from its log. */
export interface ChangeOutcome {
  readonly caseId: string
  readonly state: 'done' | 'ended' | 'refused' | 'failed'
  readonly detail: string | null
}

/** What the worker reads and writes while it carries out a run. Every call may be repeated. */
export interface ChangeCaseStore {
  /** Ids of runs that are not over, oldest first. */
  open(): Promise<readonly string[]>
  /** Runs of the last day that ended five minutes ago or more with appeals that gave no answer, latest first. */
  unanswered(): Promise<readonly string[]>
  /** Null where the run is over or unknown. */
  load(runId: string): Promise<ChangeRunWork | null>
  /** Adds appeals that are on another version and not in the run yet; how many. */
  sweep(runId: string): Promise<number>
  /** Filings of another version whose appeal has not begun yet. */
  unstarted(runId: string): Promise<number>
  pending(runId: string, limit: number): Promise<readonly ChangeCaseWork[]>
  settle(runId: string, outcomes: readonly ChangeOutcome[]): Promise<void>
  /** The run is over, unless an appeal is pending. */
  finish(runId: string): Promise<void>
}

const A_PAGE = 5_000
const FIRST = '00000000-0000-0000-0000-000000000000'

export function createChangeCaseStore(db: Database): ChangeCaseStore {
  const kindOf = async (runId: string): Promise<ChangeKind> =>
    (await db.changeRun.findUniqueOrThrow({ where: { id: runId } })).kind === 'item' ? 'item' : 'calendar'

  return {
    open: async () => (await db.changeRun.findMany({ where: { endedAt: null }, orderBy: { createdAt: 'asc' } })).map((run) => run.id),

    unanswered: async () => {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select r.id from change_run r
         where r.ended_at between now() - interval '1 day' and now() - interval '5 minutes'
           and exists (select from change_case c where c.run_id = r.id and c.state = 'failed' and c.detail = 'no-answer')
         order by r.created_at desc`
      return rows.map(({ id }) => id)
    },

    async load(runId) {
      const run = await db.changeRun.findUnique({ where: { id: runId } })
      if (run === null || run.endedAt !== null) return null
      const createdAt = run.createdAt.getTime()
      if (run.kind === 'item') {
        const [row] = await db.$queryRaw<{ body: ServiceItem }[]>`
          select v.body from change_target t join catalog_version v on v.digest = t.digest where t.run_id = ${runId}::uuid`
        if (row === undefined) throw new Error(`run ${runId} has no version of its item`)
        return { id: runId, item: row.body, calendars: new Map(), createdAt }
      }
      const rows = await db.$queryRaw<{ id: string; body: Calendar }[]>`
        select t.id, v.body from change_target t join calendar_version v on v.digest = t.digest where t.run_id = ${runId}::uuid`
      return { id: runId, item: null, calendars: new Map(rows.map((row) => [row.id, row.body])), createdAt }
    },

    async sweep(runId) {
      const scope = concerned(await kindOf(runId))
      let added = 0
      for (let after: string | null = FIRST; after !== null; ) {
        const found: { caseId: string }[] = await db.$queryRaw`
          insert into change_case (run_id, case_id, state)
          select r.id, a.case_id, 'pending' from change_run r, appeal a join intake i on i.id = a.case_id
           where r.id = ${runId}::uuid and a.case_id > ${after}::uuid and a.status <> 'ended' and ${scope}
             and not exists (select 1 from change_case c where c.run_id = r.id and c.case_id = a.case_id)
           order by a.case_id limit ${A_PAGE}
          returning case_id as "caseId"`
        added += found.length
        const last =
          found
            .map((row) => row.caseId)
            .sort()
            .at(-1) ?? null
        after = found.length < A_PAGE ? null : last
      }
      await db.changeRun.update({ where: { id: runId }, data: { sweptAt: new Date() } })
      return added
    },

    async unstarted(runId) {
      const scope = concerned(await kindOf(runId))
      const rows = await db.$queryRaw<{ count: bigint }[]>`
        select count(*) as count from change_run r, intake i
         where r.id = ${runId}::uuid and i.started_at is null and i.refused is null and ${scope}
           and not exists (select 1 from appeal a where a.case_id = i.id)`
      return Number(rows[0]?.count ?? 0)
    },

    pending: (runId, limit) => db.$queryRaw`
      select c.case_id as "caseId",
             array(select t.id from change_target t where t.run_id = c.run_id and i.calendar_digests -> t.id is not null order by t.id) as calendars
        from change_case c join intake i on i.id = c.case_id
       where c.run_id = ${runId}::uuid and c.state = 'pending' order by c.case_id limit ${limit}`,

    async settle(runId, outcomes) {
      await db.$executeRaw`
        update change_case c set changed_at = clock_timestamp(), detail = o.detail, state = case
            when o.state <> 'done' then o.state
            when exists (select 1 from case_event e join change_target t on t.run_id = ${runId}::uuid
                          where e.case_id = c.case_id and e.command_id = ${runId} || ':' || t.id and e.type in ('ClockMoved', 'ClockStarted', 'ClockStopped')) then 'moved'
            else 'unmoved' end
          from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o ("caseId" uuid, state text, detail text)
         where c.run_id = ${runId}::uuid and c.case_id = o."caseId" and c.state = 'pending'`
    },

    async finish(runId) {
      await db.$executeRaw`
        update change_run r set ended_at = clock_timestamp() where id = ${runId}::uuid and ended_at is null
           and not exists (select 1 from change_case c where c.run_id = r.id and c.state = 'pending')`
    },
  }
}
