import type { Catalog } from '../../catalog/loader/catalog.ts'
import type { SourcedCalendar } from '../../catalog/loader/calendar-import.ts'
import type { Calendar, Instant } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { InForce, InForceReader } from '../../prisma/readers/in-force-reader.ts'

/** A calendar in force, with what brought it; digest, since and reason are null while only a file gives it. */
export interface CalendarNow extends SourcedCalendar {
  readonly digest: string | null
  readonly since: Instant | null
  readonly reason: string | null
  readonly confirmedBy: string | null
}

/** Since, reason and person are null where a file of the catalogue is in force. */
export interface ItemSource {
  readonly text: string
  /** Case time. */
  readonly since: Instant | null
  readonly reason: string | null
  readonly confirmedBy: string | null
}

export interface CatalogNow {
  readonly calendars: ReadonlyMap<string, CalendarNow>
  readonly items: ReadonlyMap<string, ServiceItem>
  /** What is behind each item in force: its text, and since when, why and by whom where it was imported. */
  readonly itemSources: ReadonlyMap<string, ItemSource>
  /** Digest of the imported version of an item; none where its file is in force. */
  readonly itemDigests: ReadonlyMap<string, string>
}

/** What is in force for new filings, calculations and previews. */
export interface InForceNow {
  (): Promise<CatalogNow>
  /** The same, never older than a second: throws while the database cannot be read. For what freezes it. */
  fresh(): Promise<CatalogNow>
  /** After a change made here, so that the next question reads again. */
  forget(): void
}

/** A change made in another process is seen after this long; a run looks again for what was filed meanwhile. */
const KEPT_MS = 1000

/**
 * Calendars of the database where they were stored, else of the catalogue's files; items of the files, where no
 * greater version was imported. While the database cannot be read, what was read last holds.
 */
export function inForceNow(catalog: Catalog, reader: InForceReader, realNow: () => number): InForceNow {
  const ofFiles = mergedWith(catalog, new Map(), new Map())
  let kept: { readonly until: number; readonly now: CatalogNow } = { until: -Infinity, now: ofFiles }
  let asking: Promise<CatalogNow> | null = null

  /** An answer that was asked for before `forget` is not kept. */
  let changes = 0
  const read = async (): Promise<CatalogNow> => {
    const before = changes
    const [calendars, items] = await Promise.all([reader.calendars(), reader.items()])
    const now = mergedWith(catalog, calendars, items)
    if (before === changes) kept = { until: realNow() + KEPT_MS, now }
    return now
  }
  const fresh = (): Promise<CatalogNow> => {
    if (kept.until > realNow()) return Promise.resolve(kept.now)
    if (asking !== null) return asking
    const mine = read().finally(() => {
      if (asking === mine) asking = null
    })
    asking = mine
    return mine
  }
  const now = (): Promise<CatalogNow> => fresh().catch(() => kept.now)
  const forget = (): void => {
    changes += 1
    kept = { ...kept, until: -Infinity }
    asking = null
  }
  return Object.assign(now, { fresh, forget })
}

function mergedWith(
  catalog: Catalog,
  calendars: ReadonlyMap<string, InForce<Calendar>>,
  items: ReadonlyMap<string, InForce<ServiceItem>>,
): CatalogNow {
  const ofFiles = [...catalog.calendars].map(([id, calendar]): [string, CalendarNow] => {
    return [id, { calendar, text: catalog.calendarTexts.get(id) ?? '', digest: null, since: null, reason: null, confirmedBy: null }]
  })
  const stored = [...calendars].map(([id, row]): [string, CalendarNow] => [id, { ...row, calendar: row.body }])
  const newer = [...items].filter(([code, row]) => row.body.version > (catalog.items.get(code)?.version ?? 0))
  return {
    calendars: new Map([...ofFiles, ...stored]),
    items: new Map([...catalog.items, ...newer.map(([code, row]) => [code, row.body] as const)]),
    itemSources: new Map([
      ...[...catalog.items.keys()].map((code): [string, ItemSource] => {
        return [code, { text: catalog.itemTexts.get(code) ?? '', since: null, reason: null, confirmedBy: null }]
      }),
      ...newer.map(([code, { text, since, reason, confirmedBy }]): [string, ItemSource] => [code, { text, since, reason, confirmedBy }]),
    ]),
    itemDigests: new Map([...items].map(([code, row]) => [code, row.digest])),
  }
}
