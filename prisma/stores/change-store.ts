import { randomUUID } from 'node:crypto'
import type { Instant } from '../../domain/clocks/types.ts'
import { type ChangeKind, concerned } from '../change-scope.ts'
import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'

/** A version that comes into force. */
export interface NewVersion {
  /** Calendar id or item code. */
  readonly id: string
  readonly version: string
  readonly digest: string
  readonly body: object
  readonly text: string
}

export interface NewChange {
  readonly kind: ChangeKind
  readonly target: string
  readonly versions: readonly NewVersion[]
  /** Digest in force by id as the preview saw it; null where none was stored. Another one now makes the preview stale. */
  readonly expected: Readonly<Record<string, string | null>>
  /** Of the preview; the same again is the same run. */
  readonly digest: string
  /** Null for the first version of a calendar that a file brings. */
  readonly reason: string | null
  /** Staff id; null for a file. */
  readonly confirmedBy: string | null
  /** Case time. */
  readonly at: Instant
  /** Whether open appeals are moved: `where-needed` makes no run where none is on another version. */
  readonly carry: 'always' | 'never' | 'where-needed'
}

export type Confirmed =
  /** In force now; `runId` is null where no open appeal is to be moved. */
  | { readonly kind: 'confirmed'; readonly runId: string | null }
  /** Another version came into force since the preview. */
  | { readonly kind: 'stale' }
  /** Another change is still being carried out. */
  | { readonly kind: 'busy'; readonly runId: string }

export interface ChangeStore {
  /** One transaction: the versions come into force for all processes, and the run that moves open appeals is written. */
  confirm(change: NewChange): Promise<Confirmed>
  /** Failed appeals of a run that has ended are tried again. False where there is no such run, it is not over, or its versions are in force no more. */
  resume(runId: string): Promise<'resumed' | 'unknown' | 'running' | 'outdated' | 'busy'>
}

/** One change at a time, so that what is compared is what is replaced. */
const CHANGE_LOCK = 20_261_129

type Tx = Prisma.TransactionClient

export function createChangeStore(db: Database): ChangeStore {
  const locked = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${CHANGE_LOCK}::integer, 0)`
      return work(tx)
    })

  return {
    confirm: (change) =>
      locked(async (tx): Promise<Confirmed> => {
        const same = await tx.changeRun.findUnique({ where: { digest: change.digest } })
        if (same !== null) return { kind: 'confirmed', runId: same.id }
        const running = change.carry === 'never' ? null : await tx.changeRun.findFirst({ where: { endedAt: null } })
        if (running !== null) return { kind: 'busy', runId: running.id }
        const present = await inForce(tx, change.kind)
        if (Object.entries(change.expected).some(([id, digest]) => (present.get(id) ?? null) !== digest)) return { kind: 'stale' }
        for (const version of change.versions) await putInForce(tx, change, version)
        if (change.carry === 'never') return { kind: 'confirmed', runId: null }
        const runId = await addRun(tx, change)
        if (change.carry === 'always' || (await concernsAny(tx, runId, change.kind))) return { kind: 'confirmed', runId }
        await tx.$executeRaw`delete from change_target where run_id = ${runId}::uuid`
        await tx.$executeRaw`delete from change_run where id = ${runId}::uuid`
        return { kind: 'confirmed', runId: null }
      }),

    resume: (runId) =>
      locked(async (tx) => {
        const run = await tx.changeRun.findUnique({ where: { id: runId } })
        if (run === null) return 'unknown'
        if (run.endedAt === null) return 'running'
        if ((await tx.changeRun.count({ where: { endedAt: null } })) > 0) return 'busy'
        const present = await inForce(tx, run.kind === 'item' ? 'item' : 'calendar')
        const targets = await tx.changeTarget.findMany({ where: { runId } })
        if (targets.some((target) => present.get(target.id) !== target.digest)) return 'outdated'
        await tx.$executeRaw`update change_case set state = 'pending', detail = null where run_id = ${runId}::uuid and state = 'failed'`
        await tx.$executeRaw`update change_run set ended_at = null, swept_at = null where id = ${runId}::uuid`
        return 'resumed'
      }),
  }
}

async function inForce(tx: Tx, kind: ChangeKind): Promise<ReadonlyMap<string, string>> {
  const rows =
    kind === 'calendar'
      ? await tx.$queryRaw<
          { id: string; digest: string }[]
        >`select distinct on (id) id, digest from calendar_in_force order by id, seq desc`
      : await tx.$queryRaw<
          { id: string; digest: string }[]
        >`select distinct on (code) code as id, digest from item_in_force order by code, seq desc`
  return new Map(rows.map((row) => [row.id, row.digest]))
}

async function putInForce(tx: Tx, { kind, at, reason, confirmedBy }: NewChange, given: NewVersion): Promise<void> {
  const { id, version, digest, text } = given
  const body = JSON.stringify(given.body)
  const since = new Date(at)
  if (kind === 'calendar') {
    await tx.$executeRaw`
      insert into calendar_version (digest, id, version, body) values (${digest}, ${id}, ${version}, ${body}::jsonb) on conflict (digest) do nothing`
    await tx.calendarInForce.create({ data: { id, version, digest, text, since, reason, confirmedBy } })
    return
  }
  if (reason === null || confirmedBy === null) throw new Error(`item ${id} ${version} comes into force by a person, with a reason`)
  await tx.$executeRaw`
    insert into catalog_version (digest, code, version, body) values (${digest}, ${id}, ${Number(version)}, ${body}::jsonb) on conflict (digest) do nothing`
  await tx.itemInForce.create({ data: { code: id, version: Number(version), digest, text, since, reason, confirmedBy } })
}

async function addRun(tx: Tx, change: NewChange): Promise<string> {
  const { kind, target, digest, confirmedBy, at, versions } = change
  const id = randomUUID()
  const version = versions.find((each) => each.id === target)?.version
  if (version === undefined) throw new Error(`a change of ${target} brings no version of it`)
  await tx.changeRun.create({
    data: { id, kind, target, version, reason: change.reason ?? '', confirmedBy, digest, askedAt: new Date(at) },
  })
  await tx.changeTarget.createMany({ data: versions.map((each) => ({ runId: id, id: each.id, digest: each.digest })) })
  return id
}

async function concernsAny(tx: Tx, runId: string, kind: ChangeKind): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from change_run r, intake i left join appeal a on a.case_id = i.id
     where r.id = ${runId}::uuid and i.refused is null and a.status is distinct from 'ended' and ${concerned(kind)} limit 1`
  return rows.length > 0
}
