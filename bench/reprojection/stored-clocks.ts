import { randomUUID } from 'node:crypto'
import { dueAt } from '../../domain/clocks/due.ts'
import type { Calendar, ClockFacts, ClockKind, Unit } from '../../domain/clocks/types.ts'
import type { Database } from '../../prisma/database.ts'

/** Kinds whose rungs of the item can stand on clocks of the unit. */
const KIND_OF: Readonly<Record<Unit, ClockKind>> = {
  'working-minutes': 'sign',
  'working-hours': 'sign',
  'working-days': 'stage',
  'calendar-days': 'cure',
  'calendar-months': 'cure',
  'elapsed-hours': 'order-reply',
}
const CLOCKS_A_CASE = 4
const A_WRITE = 4000
const WITHIN = { maxWait: 30_000, timeout: 120_000 }

/**
 * Writes these limits as running clocks of open appeals, four each, whose rows are copies of one that is there; for a preview,
 * which reads rows only: no workflow stands behind them. Not to be followed by a run.
 */
export async function storeClocks(database: Database, limits: readonly ClockFacts[], calendar: Calendar): Promise<void> {
  for (let start = 0; start < limits.length; start += A_WRITE) {
    const part = limits.slice(start, start + A_WRITE)
    const caseIds = Array.from({ length: Math.ceil(part.length / CLOCKS_A_CASE) }, () => randomUUID())
    const rows = part.map((facts, n) => ({
      caseId: caseIds[Math.floor(n / CLOCKS_A_CASE)],
      clockId: `c${n % CLOCKS_A_CASE}`,
      kind: KIND_OF[facts.budget.unit],
      startedAt: facts.startedAt,
      dueAt: dueAt(facts, calendar).at,
      facts,
    }))
    await database.$transaction(async (tx) => {
      // Without the filings that appeals belong to: housekeeping would start workflows for those.
      await tx.$executeRaw`set local session_replication_role = replica`
      await tx.$executeRaw`
        insert into appeal select (jsonb_populate_record(null::appeal, to_jsonb(a) || jsonb_build_object('case_id', n.id, 'number', 'BENCH-' || n.id))).*
          from (select * from appeal where number not like 'BENCH-%' order by number limit 1) a, unnest(${caseIds}::uuid[]) as n (id)`
      await tx.$executeRaw`
        insert into clock (case_id, clock_id, kind, scope_kind, scope_id, calendar, started_at, due_at, provisional, paused, facts)
        select "caseId", "clockId", kind, 'case', "caseId"::text, ${calendar.id}, instant_of("startedAt"), instant_of("dueAt"), false, "dueAt" is null, facts
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t
            ("caseId" uuid, "clockId" text, kind text, "startedAt" bigint, "dueAt" bigint, facts jsonb)`
    }, WITHIN)
  }
  await database.$executeRaw`analyze appeal`
  await database.$executeRaw`analyze clock`
}
