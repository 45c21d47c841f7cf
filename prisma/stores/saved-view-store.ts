import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'

export const VIEW_PAGES = ['desk', 'board'] as const
export type ViewPage = (typeof VIEW_PAGES)[number]

/** A list as somebody arranged it: the query of the page's address. */
export interface SavedView {
  readonly id: string
  readonly ownerId: string
  readonly ownerName: string
  readonly page: ViewPage
  readonly name: string
  readonly query: string
  readonly shared: boolean
}

/** `sharedWindows`: the windows whose people see it too; null for the owner's alone. */
export interface SavedViewDraft {
  readonly page: ViewPage
  readonly name: string
  readonly query: string
  readonly sharedWindows: readonly string[] | null
}

export interface SavedViewStore {
  /** One's own, and those shared with any of the windows, by name. */
  list(staffId: string, page: ViewPage, windows: readonly string[]): Promise<readonly SavedView[]>
  find(id: string): Promise<SavedView | null>
  countOf(staffId: string): Promise<number>
  add(id: string, ownerId: string, draft: SavedViewDraft): Promise<void>
  /** Replaces what the owner arranged; nothing where it is not the owner's. */
  change(id: string, ownerId: string, draft: Omit<SavedViewDraft, 'page'>): Promise<void>
  remove(id: string, ownerId: string): Promise<void>
}

const COLUMNS = Prisma.sql`v.id, v.owner_id as "ownerId", s.name as "ownerName", v.page, v.name, v.query, v.shared_windows is not null as shared`
const MOST = 200

export function createSavedViewStore(db: Database): SavedViewStore {
  const json = (windows: readonly string[] | null): string | null => (windows === null ? null : JSON.stringify(windows))
  return {
    list: (staffId, page, windows) => db.$queryRaw<SavedView[]>`
      select ${COLUMNS} from saved_view v join staff s on s.id = v.owner_id
       where v.page = ${page} and (v.owner_id = ${staffId}::uuid
         or (v.shared_windows is not null and jsonb_exists_any(v.shared_windows, ${[...windows]}::text[])))
       order by v.name, v.id limit ${MOST}`,
    async find(id) {
      const rows = await db.$queryRaw<SavedView[]>`
        select ${COLUMNS} from saved_view v join staff s on s.id = v.owner_id where v.id = ${id}::uuid`
      return rows[0] ?? null
    },
    async countOf(staffId) {
      return db.savedView.count({ where: { ownerId: staffId } })
    },
    async add(id, ownerId, { page, name, query, sharedWindows }) {
      await db.$executeRaw`
        insert into saved_view (id, owner_id, page, name, query, shared_windows)
        values (${id}::uuid, ${ownerId}::uuid, ${page}, ${name}, ${query}, ${json(sharedWindows)}::jsonb) on conflict (id) do nothing`
    },
    async change(id, ownerId, { name, query, sharedWindows }) {
      await db.$executeRaw`
        update saved_view set name = ${name}, query = ${query}, shared_windows = ${json(sharedWindows)}::jsonb
         where id = ${id}::uuid and owner_id = ${ownerId}::uuid`
    },
    async remove(id, ownerId) {
      await db.$executeRaw`delete from saved_view where id = ${id}::uuid and owner_id = ${ownerId}::uuid`
    },
  }
}
