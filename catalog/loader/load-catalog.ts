import { assembleCatalog } from './assemble.ts'
import { readCalendars } from './calendars.ts'
import type { Catalog } from './catalog.ts'

/**
 * Loads the catalogue from its folder: items, departments, stations, windows, ladders, calendars, and
 * the presence of all notice texts. Throws one `CatalogError` that lists every breach with file, line,
 * place, rule and a sentence in Chinese and English; what is only a warning is in `warnings`.
 */
export function loadCatalog(dir: string): Catalog {
  const { calendars, texts, problems } = readCalendars(dir)
  return assembleCatalog(dir, calendars, problems, texts)
}
