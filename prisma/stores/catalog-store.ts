import type { Calendar } from '../../domain/clocks/types.ts'
import type { Station, Window } from '../../domain/routing/directory.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
import { contentDigest } from '../content-digest.ts'
import type { Database } from '../database.ts'

export interface OfficeRows {
  readonly departments: Iterable<{ readonly code: string; readonly name: Text }>
  readonly stations: Iterable<Station & { readonly name: Text }>
  readonly windows: Iterable<Window & { readonly name: Text }>
}

export interface VersionDigests {
  readonly item: string
  /** By calendar id. */
  readonly calendars: Readonly<Record<string, string>>
}

export interface CatalogStore {
  /** Keeps the frozen item and calendars of an appeal, each once by content; answers their digests. */
  keepVersions(item: ServiceItem, calendars: Readonly<Record<string, Calendar>>): Promise<VersionDigests>
  /**
   * Brings departments, stations and windows of the catalogue into the database in one transaction.
   * Windows that an administrator changed are left alone; windows that left the catalogue are closed
   * (inactive), never deleted, since appeals name them.
   */
  syncOffices(offices: OfficeRows): Promise<void>
}

export function createCatalogStore(db: Database): CatalogStore {
  const kept = new Set<string>()

  async function keep(digest: string, write: () => Promise<unknown>): Promise<string> {
    if (!kept.has(digest)) {
      await write()
      kept.add(digest)
    }
    return digest
  }

  const keepItem = (item: ServiceItem): Promise<string> => {
    const digest = contentDigest(item)
    return keep(
      digest,
      () => db.$executeRaw`
      insert into catalog_version (digest, code, version, body) values (${digest}, ${item.code}, ${item.version}, ${JSON.stringify(item)}::jsonb)
      on conflict (digest) do nothing`,
    )
  }

  const keepCalendar = (calendar: Calendar): Promise<string> => {
    const digest = contentDigest(calendar)
    return keep(
      digest,
      () => db.$executeRaw`
      insert into calendar_version (digest, id, version, body) values (${digest}, ${calendar.id}, ${calendar.version}, ${JSON.stringify(calendar)}::jsonb)
      on conflict (digest) do nothing`,
    )
  }

  return {
    async keepVersions(item, calendars) {
      const digests: Record<string, string> = {}
      for (const [id, calendar] of Object.entries(calendars)) digests[id] = await keepCalendar(calendar)
      return { item: await keepItem(item), calendars: digests }
    },
    async syncOffices({ departments, stations, windows }) {
      await db.$executeRaw`select sync_offices(${JSON.stringify({ departments: [...departments], stations: [...stations], windows: [...windows] })}::jsonb)`
    },
  }
}
