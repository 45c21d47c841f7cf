import type { CommandOf } from '../../domain/case/command.ts'
import type { CaseStart, CaseState } from '../../domain/case/state.ts'
import type { StoredRows } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import type { CaseHistory, CaseReader } from './case-reader.ts'
import { instantOf } from '../instants.ts'
import { appealRowOf, clockRowOf, orderRowOf, taskRowOf } from './rows.ts'
import type { StartReader } from './start-reader.ts'

/** What housekeeping looks for in the tables. */
export interface DueWorkReader {
  /** Intakes without a first event that are older than so many real milliseconds and were not refused, oldest first. */
  leftovers(
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { readonly caseId: string; readonly input: { readonly start: CaseStart; readonly file: CommandOf<'FileAppeal'> } }[]>
  /** Ids of some appeals that have not ended, others each time. */
  sample(limit: number): Promise<readonly string[]>
  /** Ids of all appeals that have not ended, after an id, in the order of ids: for telling each of them something. */
  running(afterCaseId: string | null, limit: number): Promise<readonly string[]>
  /** The fold of the stored log, null where there is none. */
  stateOf(caseId: string): Promise<CaseState | null>
  /** The rows of the read model as they are stored, null where the appeal has none. */
  rowsOf(caseId: string): Promise<StoredRows | null>
  /** The start of an appeal and all its events, null where there are none. */
  history(caseId: string): Promise<CaseHistory | null>
  /** How many notices these appeals have more than one of, for the same event, kind and recipient (I6). */
  doubledNotices(caseIds: readonly string[]): Promise<number>
}

export function createDueWorkReader(db: Database, starts: StartReader, cases: CaseReader): DueWorkReader {
  const ids = (rows: readonly { caseId: string }[]): readonly string[] => rows.map((row) => row.caseId)

  return {
    async leftovers(olderThanMs, limit) {
      // What has been started is marked, so that the next round does not look at it again.
      await db.$executeRaw`
        update intake i set started_at = a.changed_at from appeal a
         where a.case_id = i.id and i.started_at is null and i.refused is null`
      const rows = await db.$queryRaw<{ caseId: string }[]>`
        select i.id as "caseId" from intake i
         where i.started_at is null and i.refused is null and i.created_at < clock_timestamp() - ${olderThanMs}::double precision * interval '1 millisecond'
           and not exists (select 1 from case_event e where e.case_id = i.id)
         order by i.created_at limit ${limit}`
      const stored = await starts.loadMany(ids(rows))
      return ids(rows).flatMap((caseId) => {
        const input = stored.get(caseId)
        return input ? [{ caseId, input }] : []
      })
    },

    async sample(limit) {
      // From a random id on, and from the first one where too few follow: reads few rows of any number.
      const rows = await db.$queryRaw<{ caseId: string }[]>`
        with start as materialized (select gen_random_uuid() as id),
        after_it as (select a.case_id from appeal a, start where a.case_id >= start.id and a.status <> 'ended' order by a.case_id limit ${limit}),
        from_first as (select a.case_id from appeal a, start where a.case_id < start.id and a.status <> 'ended' order by a.case_id limit ${limit})
        select case_id as "caseId" from (select case_id from after_it union all select case_id from from_first) s limit ${limit}`
      return ids(rows)
    },

    running: async (afterCaseId, limit) =>
      ids(
        await db.$queryRaw`
      select case_id as "caseId" from appeal
       where status <> 'ended' and case_id > coalesce(${afterCaseId}::uuid, '00000000-0000-0000-0000-000000000000') order by case_id limit ${limit}`,
      ),

    stateOf: (caseId) => cases.load(caseId),

    history: (caseId) => cases.history(caseId),

    async doubledNotices(caseIds) {
      const [row] = await db.$queryRaw<{ doubled: number }[]>`
        select count(*)::integer as doubled from (
          select 1 from notice where case_id = any (${[...caseIds]}::uuid[])
           group by case_id, seq, kind, recipient_kind, recipient_id having count(*) > 1) d`
      return row?.doubled ?? 0
    },

    async rowsOf(caseId) {
      const of = { where: { caseId } }
      const [appeal, tasks, clocks, orders] = await Promise.all([
        db.appeal.findUnique(of),
        db.task.findMany(of),
        db.clock.findMany(of),
        db.caseOrder.findMany(of),
      ])
      if (appeal === null) return null
      return {
        appeal: appealRowOf(appeal),
        tasks: tasks.map((row) => ({ ...taskRowOf(row), receivedAt: instantOf(row.receivedAt) })),
        clocks: clocks.map(clockRowOf),
        orders: orders.map(orderRowOf),
      }
    },
  }
}
