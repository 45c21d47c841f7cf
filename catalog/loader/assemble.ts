import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Calendar } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { Catalog } from './catalog.ts'
import { checkItemText } from './check-item-text.ts'
import { readLadders } from './ladders.ts'
import { checkNoticeTemplates } from './notices.ts'
import { readOffices } from './offices.ts'
import { catalogProblem, refuseErrors, type CatalogProblem } from './problem.ts'

/**
 * Reads items, offices, ladders and notice texts of one catalogue folder on calendars that are
 * already read. `found` are problems of what was read before; one `CatalogError` lists all errors.
 */
export function assembleCatalog(
  dir: string,
  calendars: ReadonlyMap<string, Calendar>,
  found: readonly CatalogProblem[] = [],
  calendarTexts: ReadonlyMap<string, string> = new Map(),
): Catalog {
  const problems: CatalogProblem[] = [...found]
  const read = (file: string): string | null => {
    if (existsSync(join(dir, file))) return readFileSync(join(dir, file), 'utf8')
    problems.push(catalogProblem('no-file', { file, line: 1, path: [] }, { file }))
    return null
  }
  const officesText = read('departments.yaml')
  const offices = officesText === null ? null : readOffices(officesText, 'departments.yaml', calendarIds(calendars, found))
  const laddersText = read('ladders.yaml')
  const ladders = laddersText === null ? null : readLadders(laddersText, 'ladders.yaml')
  problems.push(...(offices?.problems ?? []), ...(ladders?.problems ?? []), ...checkNoticeTemplates(dir))
  // Items are checked against offices and ladders; on broken ones they would only repeat the breach.
  if (!offices || !ladders || problems.some((problem) => problem.severity === 'error')) {
    refuseErrors(problems)
    throw new Error('a catalogue without offices or ladders has no problem to tell')
  }

  const items = new Map<string, ServiceItem>()
  const itemTexts = new Map<string, string>()
  const digests = new Map<string, string>()
  const fileOf = new Map<string, string>()
  const files = itemFiles(dir)
  if (files.length === 0) problems.push(catalogProblem('no-items', { file: 'items', line: 1, path: [] }))
  for (const file of files) {
    const text = readFileSync(join(dir, file), 'utf8')
    const checked = checkItemText(text, { ...offices, ladders: ladders.ladders }, file)
    problems.push(...checked.problems)
    if (!checked.item || checked.digest === null) continue
    const { code } = checked.item
    const other = fileOf.get(code)
    if (other !== undefined) {
      problems.push(catalogProblem('duplicate-item', { file, line: checked.lineOf(['code']), path: ['code'] }, { code, other }))
      continue
    }
    fileOf.set(code, file)
    items.set(code, checked.item)
    itemTexts.set(code, text)
    digests.set(code, checked.digest)
  }
  const { departments, stations, windows } = offices
  const warnings = refuseErrors(problems)
  return { items, itemTexts, digests, departments, stations, windows, calendars, calendarTexts, ladders: ladders.ladders, warnings }
}

/** Ids that offices may name; a calendar that could not be read is named by its file, so that its breach is told once. */
function calendarIds(calendars: ReadonlyMap<string, Calendar>, found: readonly CatalogProblem[]): ReadonlySet<string> {
  const broken = found.map((problem) => basename(problem.file, extname(problem.file)))
  return new Set([...calendars.keys(), ...broken])
}

/** Files of the items in the order of their names, relative to the catalogue. */
function itemFiles(dir: string): readonly string[] {
  const folder = join(dir, 'items')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `items/${name}`)
}
