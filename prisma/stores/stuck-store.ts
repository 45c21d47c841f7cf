import type { EngineKind, TableKind } from '../../domain/case/stuck.ts'
import { ENGINE_KINDS, TABLE_KINDS } from '../../domain/case/stuck.ts'
import type { Instant, LocalDate } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { dateOf } from '../instants.ts'

export interface EngineFinding {
  readonly kind: EngineKind
  /** Real instant since which it holds, where that is known. */
  readonly since: Instant | null
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** The list of appeals that stand still: what no longer holds is taken away. */
export interface StuckStore {
  /**
   * Looks at every appeal that has not ended, in the tables alone: nobody answers for it on this day of case
   * time (I1), no clock watches it (I2), it was filed and not started. How many of each, and of open appeals.
   */
  sweepTables(day: LocalDate): Promise<Readonly<Record<TableKind | 'open', number>>>
  /** What a look at the engine said of one appeal; it replaces what was said before. */
  noteEngine(caseId: string, findings: readonly EngineFinding[]): Promise<void>
  /** Appeals of which a look at the engine said something, those looked at longest ago first. */
  suspects(limit: number): Promise<readonly string[]>
}

const NOT_STARTED_AFTER = '2 minutes'

export function createStuckStore(db: Database): StuckStore {
  return {
    async sweepTables(day) {
      const date = dateOf(day)
      const rows = await db.$queryRaw<{ kind: TableKind | 'open'; count: number }[]>`
        with present as (
          select m.window_code as code from membership m join staff s on s.id = m.staff_id
            left join absence a on a.staff_id = m.staff_id and ${date}::date between a.from_day and a.to_day
            left join staff u on u.id = a.substitute_id
           where m.role in ('clerk', 'window-lead') and m.valid_from <= ${date}::date and (m.valid_to is null or m.valid_to >= ${date}::date)
             and case when a.staff_id is null then s.active else u.active end),
        empty as (select w.code from "window" w where not exists (select 1 from present p where p.code = w.code)),
        found as (
          select a.case_id, 'no-owner' as kind, clock_timestamp() as since, jsonb_build_object('window', null) as detail
            from appeal a where a.status = 'open' and a.accountable_window is null
          union all
          select a.case_id, 'no-owner', clock_timestamp(), jsonb_build_object('window', e.code)
            from empty e join appeal a on a.accountable_window = e.code and a.status = 'open'
          union all
          select t.case_id, 'no-owner', clock_timestamp(), jsonb_build_object('window', e.code)
            from empty e join task t on t.window_code = e.code and t.ended_at is null
          union all
          select a.case_id, 'no-clock', clock_timestamp(), '{}'::jsonb from appeal a
           where a.status in ('open', 'aftercare') and a.next_wake_at is null
             and not exists (select 1 from clock c where c.case_id = a.case_id and c.stopped_at is null and c.due_at is not null)
          union all
          select i.id, 'not-started', i.created_at, '{}'::jsonb from intake i
           where i.started_at is null and i.refused is null and i.created_at < clock_timestamp() - ${NOT_STARTED_AFTER}::interval
             and not exists (select 1 from case_event e where e.case_id = i.id)),
        single as (select distinct on (case_id, kind) * from found order by case_id, kind, detail),
        noted as (
          insert into stuck_case (case_id, kind, since, seen_at, detail)
          select case_id, kind, since, clock_timestamp(), detail from single
          on conflict (case_id, kind) do update set seen_at = excluded.seen_at, detail = excluded.detail returning 1),
        healed as (
          delete from stuck_case s where s.kind = any (${[...TABLE_KINDS]}::text[])
             and not exists (select 1 from single f where f.case_id = s.case_id and f.kind = s.kind) returning 1)
        select kind, count(*)::integer as count from single group by kind
        union all select 'open', count(*)::integer from appeal where status = 'open'`
      const counts = { 'not-started': 0, 'no-owner': 0, 'no-clock': 0, open: 0 }
      for (const { kind, count } of rows) counts[kind] = count
      return counts
    },

    async noteEngine(caseId, findings) {
      const kinds = findings.map((one) => one.kind)
      const sinces = findings.map((one) => (one.since === null ? null : new Date(one.since)))
      const details = findings.map((one) => JSON.stringify(one.detail))
      await db.$executeRaw`
        with healed as (
          delete from stuck_case where case_id = ${caseId}::uuid and kind = any (${[...ENGINE_KINDS]}::text[])
             and not kind = any (${kinds}::text[]) returning 1)
        insert into stuck_case as s (case_id, kind, since, seen_at, detail)
        select ${caseId}::uuid, f.kind, coalesce(f.since, clock_timestamp()), clock_timestamp(), f.detail::jsonb
          from unnest(${kinds}::text[], ${sinces}::timestamptz[], ${details}::text[]) as f (kind, since, detail)
        on conflict (case_id, kind) do update set seen_at = excluded.seen_at, detail = excluded.detail,
          since = least(s.since, excluded.since)`
    },

    async suspects(limit) {
      const rows = await db.$queryRaw<{ caseId: string }[]>`
        select case_id as "caseId" from stuck_case where kind = any (${[...ENGINE_KINDS]}::text[])
         group by case_id order by min(seen_at), case_id limit ${limit}`
      return rows.map((row) => row.caseId)
    },
  }
}
