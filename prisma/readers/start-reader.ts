import type { Calendar } from '../../domain/clocks/types.ts'
import type { CommandOf } from '../../domain/case/command.ts'
import type { CaseStart } from '../../domain/case/state.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { SqlReads } from '../database.ts'

/** What an appeal starts from, put together again from its intake and the versions it froze. */
export interface StoredStart {
  readonly start: CaseStart
  readonly file: CommandOf<'FileAppeal'>
}

export interface StartReader {
  load(caseId: string): Promise<StoredStart | null>
  /** By case id; ids without an intake are left out. */
  loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, StoredStart>>
}

interface IntakeRow {
  readonly id: string
  readonly number: string
  readonly itemDigest: string
  readonly calendarDigests: Readonly<Record<string, string>>
  readonly start: Omit<CaseStart, 'number' | 'item' | 'calendars'>
  readonly file: CommandOf<'FileAppeal'>
}

/** Versions are kept in memory by digest: they never change, and there are few. */
export function createStartReader(db: SqlReads): StartReader {
  const items = new Map<string, ServiceItem>()
  const calendars = new Map<string, Calendar>()

  async function fill<V>(
    known: Map<string, V>,
    digests: readonly string[],
    read: (missing: string[]) => Promise<{ digest: string; body: V }[]>,
  ): Promise<void> {
    const missing = [...new Set(digests)].filter((digest) => !known.has(digest))
    if (missing.length === 0) return
    for (const { digest, body } of await read(missing)) known.set(digest, body)
  }

  async function loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, StoredStart>> {
    const rows = await db.$queryRaw<IntakeRow[]>`
      select id, number, item_digest as "itemDigest", calendar_digests as "calendarDigests", start, file
        from intake where id = any (${caseIds}::uuid[])`
    await fill(
      items,
      rows.map((row) => row.itemDigest),
      (missing) => db.$queryRaw`select digest, body from catalog_version where digest = any (${missing}::text[])`,
    )
    await fill(
      calendars,
      rows.flatMap((row) => Object.values(row.calendarDigests)),
      (missing) => db.$queryRaw`select digest, body from calendar_version where digest = any (${missing}::text[])`,
    )
    return new Map(rows.map((row) => [row.id, storedStart(row)]))
  }

  function storedStart(row: IntakeRow): StoredStart {
    const own = Object.entries(row.calendarDigests).map(([id, digest]) => [id, present(calendars, digest)] as const)
    return {
      start: { ...row.start, number: row.number, item: present(items, row.itemDigest), calendars: Object.fromEntries(own) },
      file: row.file,
    }
  }

  return { loadMany, load: async (caseId) => (await loadMany([caseId])).get(caseId) ?? null }
}

function present<V>(known: ReadonlyMap<string, V>, digest: string): V {
  const value = known.get(digest)
  if (value === undefined) throw new Error(`no stored version ${digest}`)
  return value
}
