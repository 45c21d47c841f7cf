import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isNewerVersion, ownVersion, readCalendarImport, type SourcedCalendar } from '../../catalog/loader/calendar-import.ts'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import { contentDigest } from '../../prisma/content-digest.ts'
import type { InForceReader } from '../../prisma/readers/in-force-reader.ts'
import type { ChangeStore, Confirmed } from '../../prisma/stores/change-store.ts'
import { calendarChange } from './prepared.ts'

export interface StandCalendarsDeps {
  readonly catalog: Catalog
  readonly reader: InForceReader
  readonly changes: ChangeStore
  readonly now: () => Promise<Instant>
  /** Begins the workflow of a run. */
  readonly begin: (runId: string) => Promise<void>
  readonly log: Pick<Logger, 'info' | 'warn'>
}

const RETRY_MS = 1000

/** Brings the calendars of the catalogue's files into force, trying again while the database is away or another change runs. */
export async function standCalendars(deps: StandCalendarsDeps, stop: AbortSignal): Promise<void> {
  for (let told = false; !stop.aborted; ) {
    try {
      if (await standOnce(deps)) return
    } catch (error) {
      if (!told) deps.log.warn({ err: error }, 'the calendars of the catalogue are not in force yet')
      told = true
    }
    await sleep(RETRY_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}

/**
 * The first version of a calendar is that of its file. A file with a newer version goes the way of an import: it
 * comes into force, and a run moves the open appeals. A file changed under its old version, or older than what was
 * imported, changes nothing. True when all stand; false where another change has to end first.
 */
export async function standOnce({ catalog, reader, changes, now, begin, log }: StandCalendarsDeps): Promise<boolean> {
  const take = async (changed: readonly SourcedCalendar[], reason: string | null): Promise<boolean> => {
    const stored = await reader.calendars()
    const change = calendarChange(changed, (id) => stored.get(id)?.digest ?? null)
    const confirmed: Confirmed = await changes.confirm({ ...change, reason, confirmedBy: null, at: await now(), carry: 'where-needed' })
    if (confirmed.kind !== 'confirmed') return false
    log.info({ calendars: change.versions.map(({ id, version }) => `${id} ${version}`) }, 'calendars of files came into force')
    if (confirmed.runId !== null) await begin(confirmed.runId)
    return true
  }

  const files = [...catalog.calendars].map(([id, calendar]) => ({ id, calendar, text: catalog.calendarTexts.get(id) ?? '' }))
  const stored = await reader.calendars()
  const missing = files.filter(({ id }) => !stored.has(id))
  if (missing.length > 0 && !(await take(missing, null))) return false
  for (const { id, calendar, text } of files) {
    const present = new Map([...(await reader.calendars())].map(([each, row]) => [each, { calendar: row.body, text: row.text }]))
    const known = present.get(id)
    if (known === undefined) return false
    const [own, inForce] = [ownVersion(text), ownVersion(known.text)]
    if (!isNewerVersion(own, inForce)) {
      if (own === inForce && known.text !== text && contentDigest(calendar) !== contentDigest(known.calendar))
        log.warn({ calendar: id, version: own }, 'a calendar file was changed without a newer version; what is in force stays')
      continue
    }
    const { changed, problems } = readCalendarImport(text, `calendars/${id}.yaml`, present)
    if (problems.length > 0) log.warn({ calendar: id, problems }, 'a newer calendar file does not fit those in force')
    else if (!(await take(changed, `日历文件 ${own} / calendar file ${own}`))) return false
  }
  return true
}
