import type { Catalog } from '../../catalog/loader/catalog.ts'
import type { DemoPeople } from './people-data.ts'
import type { Story } from './story.ts'

/** Codes that the demo data name and the catalogue does not have; none for the catalogue that comes along. */
export function unknownCodes(catalog: Catalog, people: DemoPeople, stories: readonly Story[]): string[] {
  const missing = (wanted: readonly string[], known: { has(code: string): boolean }): string[] => wanted.filter((code) => !known.has(code))
  const stations = [...people.staff.flatMap((one) => one.station ?? []), ...people.experts.map((one) => one.station)]
  return [
    ...new Set([
      ...missing(stations, catalog.stations),
      ...missing(
        people.staff.flatMap((one) => one.windows),
        catalog.windows,
      ),
      ...missing(
        stories.map((story) => story.item),
        catalog.items,
      ),
    ]),
  ]
}
