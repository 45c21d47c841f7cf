import type { Instant } from '../../domain/clocks/types.ts'
import { CHANGE_KINDS, type ChangeKind } from '../change-scope.ts'
import type { SqlReads } from '../database.ts'
import { instantOf, instantOrNull } from '../instants.ts'
import { CHANGE_STATES, type ChangeState } from '../stores/change-case-store.ts'

/** A run with how far it has come. */
export interface ChangeProgress {
  readonly id: string
  readonly kind: ChangeKind
  readonly target: string
  readonly version: string
  readonly reason: string
  readonly confirmedBy: { readonly id: string; readonly name: string } | null
  /** Case time. */
  readonly askedAt: Instant
  /** Real time. */
  readonly startedAt: Instant
  readonly sweptAt: Instant | null
  readonly endedAt: Instant | null
  /** Appeals by state. */
  readonly counts: Readonly<Record<ChangeState, number>>
}

/** An appeal that did not take a change. */
export interface ChangeLeftover {
  readonly number: string
  readonly state: 'refused' | 'failed'
  readonly detail: string | null
}

export interface ChangeReader {
  /** The newest runs. */
  list(limit: number): Promise<readonly ChangeProgress[]>
  load(runId: string): Promise<ChangeProgress | null>
  /** Appeals that refused the change or failed, by number. */
  leftovers(runId: string, limit: number): Promise<readonly ChangeLeftover[]>
  byDigest(digest: string): Promise<string | null>
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly target: string
  readonly version: string
  readonly reason: string
  readonly staffId: string | null
  readonly staffName: string | null
  readonly askedAt: Date
  readonly createdAt: Date
  readonly sweptAt: Date | null
  readonly endedAt: Date | null
  readonly counts: Readonly<Record<string, number>> | null
}

export function createChangeReader(db: SqlReads): ChangeReader {
  const read = async (runId: string | null, limit: number): Promise<readonly ChangeProgress[]> => {
    const rows = await db.$queryRaw<Row[]>`
      select r.id, r.kind, r.target, r.version, r.reason, s.id as "staffId", s.name as "staffName", r.asked_at as "askedAt",
             r.created_at as "createdAt", r.swept_at as "sweptAt", r.ended_at as "endedAt",
             (select jsonb_object_agg(state, n) from (select state, count(*) as n from change_case c where c.run_id = r.id group by state) k) as counts
        from change_run r left join staff s on s.id = r.confirmed_by
       where ${runId}::uuid is null or r.id = ${runId}::uuid order by r.created_at desc, r.id limit ${limit}`
    return rows.map(progressOf)
  }
  return {
    list: (limit) => read(null, limit),
    load: async (runId) => (await read(runId, 1))[0] ?? null,
    leftovers: (runId, limit) => db.$queryRaw`
      select i.number, c.state, c.detail from change_case c join intake i on i.id = c.case_id
       where c.run_id = ${runId}::uuid and c.state in ('refused', 'failed') order by i.number limit ${limit}`,
    async byDigest(digest) {
      const rows = await db.$queryRaw<{ id: string }[]>`select id from change_run where digest = ${digest}`
      return rows[0]?.id ?? null
    },
  }
}

function progressOf(row: Row): ChangeProgress {
  const kind = CHANGE_KINDS.find((each) => each === row.kind)
  if (kind === undefined) throw new Error(`run ${row.id} is of no kind: ${row.kind}`)
  const count = (state: ChangeState): number => row.counts?.[state] ?? 0
  const counts = Object.fromEntries(CHANGE_STATES.map((state) => [state, count(state)])) as Record<ChangeState, number>
  return {
    id: row.id,
    kind,
    target: row.target,
    version: row.version,
    reason: row.reason,
    confirmedBy: row.staffId === null || row.staffName === null ? null : { id: row.staffId, name: row.staffName },
    askedAt: instantOf(row.askedAt),
    startedAt: instantOf(row.createdAt),
    sweptAt: instantOrNull(row.sweptAt),
    endedAt: instantOrNull(row.endedAt),
    counts,
  }
}
