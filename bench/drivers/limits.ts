import { setTimeout as sleep } from 'node:timers/promises'
import { HOUR_MS } from '../../domain/clocks/local-date.ts'
import { caseTimeAt } from '../../domain/time/clock-face.ts'
import type { ClockFace } from '../../domain/time/clock-face.ts'
import type { Database } from '../../prisma/database.ts'
import type { PlannedLimit, ServedLimit } from '../figures/served.ts'
import { LIMIT_ITEM } from '../routes.ts'
import { type FilingDeps, file } from './filing.ts'
import type { BenchActor } from './people.ts'

/** The limit of the item's only stage. */
const LIMIT_MS = 24 * HOUR_MS
/** A filing among thousands may wait for its turn. */
const PATIENCE_MS = 120_000

/** Files each appeal as received so long ago that its stage falls due at the planned instant; each actor files one after the other. */
export async function fileLimits(
  deps: FilingDeps,
  actors: readonly BenchActor[],
  planned: readonly PlannedLimit[],
  signal: AbortSignal,
): Promise<void> {
  const waiting = planned.values()
  const lane = async (actor: BenchActor): Promise<void> => {
    for (const { caseId, dueAt } of waiting) {
      signal.throwIfAborted()
      await file(deps, { caseId, item: LIMIT_ITEM, actor, at: dueAt - LIMIT_MS }, PATIENCE_MS)
    }
  }
  // An error waits for what is under way, so that nothing is stopped below it.
  const ends = await Promise.allSettled(actors.map(lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

const ASK_MS = 1000

/** Waits until so many stages have expired, or until `stallMs` of real time go by without another one; how many did. */
export async function untilExpired(database: Database, count: number, stallMs: number, signal: AbortSignal): Promise<number> {
  let seen = -1
  let since = performance.now()
  for (;;) {
    const expired = await database.clock.count({ where: { kind: 'stage', expiredAt: { not: null } } })
    if (expired >= count) return expired
    if (expired > seen) since = performance.now()
    else if (performance.now() - since > stallMs) return expired
    seen = expired
    await sleep(ASK_MS, undefined, { signal })
  }
}

/** The event types by which a stage's limit is served: its expiry, and the rung that stands at its due instant. */
export const SERVING = ['ClockExpired', 'RungFired'] as const
export type Serving = (typeof SERVING)[number]

/** Every event of this type in the log, with the instant of its commit in case time; needs `keepCommitTimes`. */
export async function servedLimits(database: Database, type: Serving, face: ClockFace): Promise<readonly ServedLimit[]> {
  const rows = await database.$queryRaw<{ caseId: string; dueAt: number; committedMs: number }[]>`
    select case_id as "caseId",
           (body::jsonb -> 'data' ->> 'dueAt')::double precision as "dueAt",
           (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000)::double precision as "committedMs"
      from case_event where type = ${type}`
  return rows.map(({ caseId, dueAt, committedMs }) => ({ caseId, dueAt, committedAt: caseTimeAt(face, Math.floor(committedMs)) }))
}
