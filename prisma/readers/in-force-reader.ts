import type { Calendar, Instant } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { SqlReads } from '../database.ts'
import { instantOf } from '../instants.ts'

/** A version that is in force: its body, the text it was read from, since when (case time), why and by whom. */
export interface InForce<Body> {
  readonly id: string
  readonly digest: string
  readonly body: Body
  readonly text: string
  readonly since: Instant
  /** Null for a version that came with the first start. */
  readonly reason: string | null
  /** Staff id; null where a file brought it. */
  readonly confirmedBy: string | null
}

export interface InForceReader {
  /** The calendars in force, by id; those that were never stored are not among them. */
  calendars(): Promise<ReadonlyMap<string, InForce<Calendar>>>
  /** The items that were imported, the newest version of each, by code. */
  items(): Promise<ReadonlyMap<string, InForce<ServiceItem>>>
}

interface Row {
  readonly id: string
  readonly digest: string
  readonly text: string
  readonly since: Date
  readonly reason: string | null
  readonly confirmedBy: string | null
}

/** A body is one object as long as the process runs, so that what is derived from it is derived once. */
export function createInForceReader(db: SqlReads): InForceReader {
  const calendars = new Map<string, Calendar>()
  const items = new Map<string, ServiceItem>()

  async function withBodies<Body>(
    rows: readonly Row[],
    known: Map<string, Body>,
    read: (digests: readonly string[]) => Promise<{ digest: string; body: Body }[]>,
  ): Promise<ReadonlyMap<string, InForce<Body>>> {
    const missing = rows.map((row) => row.digest).filter((digest) => !known.has(digest))
    if (missing.length > 0) for (const { digest, body } of await read(missing)) known.set(digest, body)
    return new Map(
      rows.map((row) => {
        const body = known.get(row.digest)
        if (body === undefined) throw new Error(`no stored version ${row.digest}`)
        return [row.id, { ...row, body, since: instantOf(row.since) }]
      }),
    )
  }

  return {
    async calendars() {
      const rows = await db.$queryRaw<Row[]>`
        select distinct on (id) id, digest, text, since, reason, confirmed_by as "confirmedBy" from calendar_in_force order by id, seq desc`
      return withBodies(
        rows,
        calendars,
        (missing) => db.$queryRaw`select digest, body from calendar_version where digest = any (${missing}::text[])`,
      )
    },
    async items() {
      const rows = await db.$queryRaw<Row[]>`
        select distinct on (code) code as id, digest, text, since, reason, confirmed_by as "confirmedBy" from item_in_force order by code, seq desc`
      return withBodies(
        rows,
        items,
        (missing) => db.$queryRaw`select digest, body from catalog_version where digest = any (${missing}::text[])`,
      )
    },
  }
}
