import { createHash } from 'node:crypto'
import { checkItemText } from '../../catalog/loader/check-item-text.ts'
import { readCalendarImport, type SourcedCalendar } from '../../catalog/loader/calendar-import.ts'
import type { CatalogProblem } from '../../catalog/loader/problem.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { contentDigest } from '../../prisma/content-digest.ts'
import type { NewVersion } from '../../prisma/stores/change-store.ts'
import type { Deps } from '../deps.ts'
import type { CatalogNow } from './in-force.ts'
import { fieldError, invalid, problem } from '../problems/problem.ts'

/** A change that was read and checked, ready to be looked at or confirmed. */
export interface PreparedChange {
  readonly kind: 'calendar' | 'item'
  readonly target: string
  readonly version: string
  readonly versions: readonly NewVersion[]
  /** Digests in force that it stands on. */
  readonly expected: Readonly<Record<string, string | null>>
  /** Names this very change on this very ground; another version in force gives another. */
  readonly digest: string
}

export interface PreparedCalendars extends PreparedChange {
  readonly before: ReadonlyMap<string, Calendar>
  readonly after: ReadonlyMap<string, Calendar>
}

export interface PreparedItem extends PreparedChange {
  readonly item: ServiceItem
}

/** Reads a newer version of a calendar; throws 422 with file, line and rule of every breach. `file` names the text in them. */
export async function preparedCalendars(deps: Deps, text: string, file: string): Promise<PreparedCalendars> {
  const { calendars } = await presently(deps)
  const { changed, problems } = readCalendarImport(text, file, calendars)
  if (problems.length > 0) throw catalogInvalid(problems)
  return {
    ...calendarChange(changed, (id) => calendars.get(id)?.digest ?? null),
    before: new Map(changed.map(({ calendar }) => [calendar.id, calendars.get(calendar.id)?.calendar ?? calendar])),
    after: new Map(changed.map(({ calendar }) => [calendar.id, calendar])),
  }
}

/** Calendars that come into force together, the one that is meant first; `standing` gives the digest in force. */
export function calendarChange(changed: readonly SourcedCalendar[], standing: (id: string) => string | null): PreparedChange {
  const [first] = changed
  if (first === undefined) throw new Error('a change of calendars brings at least one')
  const versions = changed.map(({ calendar, text }) => versionOf(calendar.id, calendar.version, calendar, text))
  const expected = Object.fromEntries(versions.map(({ id }) => [id, standing(id)]))
  return changeOf('calendar', first.calendar.id, first.calendar.version, versions, expected)
}

/** Reads a newer version of an item, of the offices as they are now; throws 422 likewise. */
export async function preparedItem(deps: Deps, text: string, file: string): Promise<PreparedItem> {
  const [offices, { items, itemDigests }] = await Promise.all([deps.offices(), presently(deps)])
  const checked = checkItemText(text, { ...offices, ladders: deps.catalog.ladders }, file)
  if (checked.item === null) throw catalogInvalid(checked.problems.filter((each) => each.severity === 'error'))
  const { code, version } = checked.item
  const present = items.get(code)
  if (present !== undefined && version <= present.version)
    throw invalid([fieldError('text', 'not-newer', { version: String(version), present: String(present.version) })])
  const versions = [versionOf(code, String(version), checked.item, text)]
  const expected = { [code]: itemDigests.get(code) ?? null }
  return { ...changeOf('item', code, String(version), versions, expected), item: checked.item }
}

/** What is in force at this very moment, since the change will be held against it. */
function presently(deps: Deps): Promise<CatalogNow> {
  deps.inForce.forget()
  return deps.inForce.fresh()
}

function versionOf(id: string, version: string, body: object, text: string): NewVersion {
  return { id, version, digest: contentDigest(body), body, text }
}

function changeOf(
  kind: PreparedChange['kind'],
  target: string,
  version: string,
  versions: readonly NewVersion[],
  expected: PreparedChange['expected'],
): PreparedChange {
  const ground = { kind, target, expected, versions: versions.map(({ id, digest }) => ({ id, digest })) }
  const digest = createHash('sha256').update(canonicalJson(ground)).digest('hex')
  return { kind, target, version, versions, expected, digest }
}

/** 422 whose errors name `file:line place`; `problems` holds the same as data. */
function catalogInvalid(problems: readonly CatalogProblem[]): Error {
  const errors = problems.map(({ file, line, path, rule, text }) => ({
    field: [`${file}:${line}`, path.join('.')].join(' ').trim(),
    rule,
    ...text,
  }))
  return problem('invalid', { errors: errors.slice(0, 50) })
}
