import type { Instant } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { instantOf } from '../instants.ts'

/** A case that should have been woken at a case instant. */
export interface LateCase {
  readonly caseId: string
  readonly dueAt: Instant
}

/** Cases whose next wake is past, and which of them have been woken. Reads and writes tables only. */
export interface LateWakeStore {
  /**
   * Cases whose next wake lies before a case instant, the longest overdue first, after the last one of the page
   * before. One that was woken for the same instant comes again after 5 real minutes, then 10, 20, 40, then each hour.
   */
  late(before: Instant, after: LateCase | null, limit: number): Promise<readonly LateCase[]>
  /** They were woken just now, once more. */
  noteWoken(cases: readonly LateCase[]): Promise<void>
  /** Forgets those that moved on since they were woken. */
  forgetMoved(): Promise<void>
  /** Those that were woken so many real milliseconds ago or longer and have not moved, the longest overdue first. */
  unmoved(wokenMsAgo: number, limit: number): Promise<readonly LateCase[]>
}

export function createLateWakeStore(db: Database): LateWakeStore {
  const lateCases = (rows: readonly { caseId: string; dueAt: Date }[]): readonly LateCase[] =>
    rows.map(({ caseId, dueAt }) => ({ caseId, dueAt: instantOf(dueAt) }))

  return {
    async late(before, after, limit) {
      const from = { at: new Date(after?.dueAt ?? 0), id: after?.caseId ?? '00000000-0000-0000-0000-000000000000' }
      return lateCases(
        await db.$queryRaw`
          select a.case_id as "caseId", a.next_wake_at as "dueAt" from appeal a
           where a.next_wake_at < ${new Date(before)} and a.next_wake_at >= ${from.at}
             and (a.next_wake_at, a.case_id) > (${from.at}, ${from.id}::uuid)
             and not exists (
               select 1 from late_wake l where l.case_id = a.case_id and l.due_at = a.next_wake_at
                  and l.woken_at > clock_timestamp() - least(60, 5 * 2 ^ least(l.times - 1, 10)) * interval '1 minute')
           order by a.next_wake_at, a.case_id limit ${limit}`,
      )
    },

    async noteWoken(cases) {
      const ids = cases.map((one) => one.caseId)
      const dues = cases.map((one) => new Date(one.dueAt))
      await db.$executeRaw`
        insert into late_wake as l (case_id, due_at, woken_at, times)
        select case_id, due_at, clock_timestamp(), 1 from unnest(${ids}::uuid[], ${dues}::timestamptz[]) as w (case_id, due_at)
        on conflict (case_id) do update set woken_at = excluded.woken_at, due_at = excluded.due_at,
          times = case when l.due_at = excluded.due_at then l.times + 1 else 1 end`
    },

    async forgetMoved() {
      await db.$executeRaw`
        delete from late_wake l using appeal a where a.case_id = l.case_id and a.next_wake_at is distinct from l.due_at`
    },

    unmoved: async (wokenMsAgo, limit) =>
      lateCases(
        await db.$queryRaw`
          select l.case_id as "caseId", l.due_at as "dueAt" from late_wake l
            join appeal a on a.case_id = l.case_id and a.next_wake_at = l.due_at
           where l.woken_at <= clock_timestamp() - ${wokenMsAgo}::double precision * interval '1 millisecond'
           order by l.due_at, l.case_id limit ${limit}`,
      ),
  }
}
