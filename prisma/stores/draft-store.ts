import type { Database } from '../database.ts'

/** A filing that has been begun; `body` is what its person typed, checked by nobody. */
export interface DraftRow {
  readonly item: string
  readonly body: unknown
  readonly savedAt: Date
}

/** Drafts hold what people typed, so one that nobody touches is given up after so long. */
export const DRAFT_DAYS = 90

export interface DraftStore {
  /** All of a person, changed last first. */
  listOf(personId: string): Promise<readonly DraftRow[]>
  find(personId: string, item: string): Promise<DraftRow | null>
  /** Writes or replaces; takes away what has been left alone for DRAFT_DAYS. `at` is real time, epoch milliseconds. */
  save(personId: string, item: string, body: object, at: number): Promise<void>
  /** No error where there is none. */
  remove(personId: string, item: string): Promise<void>
}

export function createDraftStore(db: Database): DraftStore {
  return {
    listOf: (personId) => db.$queryRaw<DraftRow[]>`
      select item, body, saved_at as "savedAt" from draft where person_id = ${personId}::uuid order by saved_at desc, item`,
    async find(personId, item) {
      const rows = await db.$queryRaw<DraftRow[]>`
        select item, body, saved_at as "savedAt" from draft where person_id = ${personId}::uuid and item = ${item}`
      return rows[0] ?? null
    },
    async save(personId, item, body, at) {
      await db.$executeRaw`
        with given_up as (delete from draft where saved_at < ${new Date(at)}::timestamptz - make_interval(days => ${DRAFT_DAYS}::int)
                             and (person_id, item) <> (${personId}::uuid, ${item}))
        insert into draft (person_id, item, body, saved_at)
        values (${personId}::uuid, ${item}, ${JSON.stringify(body)}::jsonb, ${new Date(at)}::timestamptz)
        on conflict (person_id, item) do update set body = excluded.body, saved_at = excluded.saved_at`
    },
    async remove(personId, item) {
      await db.$executeRaw`delete from draft where person_id = ${personId}::uuid and item = ${item}`
    },
  }
}
