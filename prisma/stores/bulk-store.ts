import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'

/** A command that goes to many tasks or appeals, as it was pressed. */
export interface BulkPress {
  readonly id: string
  readonly staffId: string
  readonly key: string
  /** Of what was asked: the same key with another is another press. */
  readonly digest: string
  readonly command: string
  readonly body: Readonly<Record<string, unknown>>
  /** True where more matched than one press takes. */
  readonly beyond: boolean
}

/** One target with the version the person saw, or that was there when all that match were taken. */
export interface BulkTarget {
  readonly target: string
  readonly number: string
  readonly version: number | null
}

export const BULK_STATES = ['waiting', 'done', 'refused'] as const

export interface BulkRow extends BulkTarget {
  readonly ordinal: number
  readonly state: (typeof BULK_STATES)[number]
  readonly problem: { readonly code: string; readonly zh: string; readonly en: string } | null
}

export interface BulkStore {
  /** Writes press and targets in one; where the key is known already, nothing. Answers the press of that key. */
  begin(press: BulkPress, targets: readonly BulkTarget[]): Promise<BulkPress>
  byKey(staffId: string, key: string): Promise<BulkPress | null>
  find(id: string): Promise<BulkPress | null>
  /** Every row, in the order of the targets. */
  rows(id: string): Promise<readonly BulkRow[]>
  /** Tells how a row ended. */
  end(id: string, ordinal: number, problem: BulkRow['problem']): Promise<void>
  /** Erases the words of a press that has nothing left to do. */
  finish(id: string): Promise<void>
}

/** Days after which a press and its results are forgotten. */
const KEPT_DAYS = 7

type Stored = Omit<BulkPress, 'body'> & { readonly body: BulkPress['body'] | null }

export function createBulkStore(db: Database): BulkStore {
  const pressOf = ({ body, ...press }: Stored): BulkPress => ({ ...press, body: body ?? {} })
  async function byKey(staffId: string, key: string): Promise<BulkPress | null> {
    const rows = await db.$queryRaw<Stored[]>`
      select id, staff_id as "staffId", key, digest, command, body, beyond from bulk_press where staff_id = ${staffId}::uuid and key = ${key}`
    return rows[0] ? pressOf(rows[0]) : null
  }
  return {
    byKey,
    async begin(press, targets) {
      await db.$executeRaw`delete from bulk_press where created_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`
      await db.$executeRaw`
        with made as (
          insert into bulk_press (id, staff_id, key, digest, command, body, beyond)
          values (${press.id}::uuid, ${press.staffId}::uuid, ${press.key}, ${press.digest}, ${press.command},
                  ${press.body as Prisma.InputJsonObject}::jsonb, ${press.beyond})
          on conflict (staff_id, key) do nothing returning id)
        insert into bulk_row (press_id, ordinal, target, number, version)
        select made.id, t.ordinal, t.target, t.number, t.version from made
          cross join unnest(${targets.map((each) => each.target)}::text[], ${targets.map((each) => each.number)}::text[],
                            ${targets.map((each) => each.version)}::integer[]) with ordinality as t (target, number, version, ordinal)`
      const kept = await byKey(press.staffId, press.key)
      if (kept === null) throw new Error(`press ${press.id} on many tasks is not there after it was written`)
      return kept
    },
    async find(id) {
      const rows = await db.$queryRaw<Stored[]>`
        select id, staff_id as "staffId", key, digest, command, body, beyond from bulk_press where id = ${id}::uuid`
      return rows[0] ? pressOf(rows[0]) : null
    },
    rows: (id) => db.$queryRaw<BulkRow[]>`
      select ordinal, target, number, version, state, problem from bulk_row where press_id = ${id}::uuid order by ordinal`,
    async end(id, ordinal, problem) {
      await db.$executeRaw`
        update bulk_row set state = ${problem === null ? 'done' : 'refused'}, problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb
         where press_id = ${id}::uuid and ordinal = ${ordinal}`
    },
    async finish(id) {
      await db.$executeRaw`update bulk_press set body = null where id = ${id}::uuid`
    },
  }
}
