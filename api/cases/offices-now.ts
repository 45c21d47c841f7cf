import type { Catalog, Offices } from '../../catalog/loader/catalog.ts'
import type { Text } from '../../domain/text.ts'
import type { OfficesReader } from '../../prisma/readers/offices-reader.ts'

/** Open windows, and the names of closed ones too, since appeals name them. */
export interface OpenOffices extends Offices {
  readonly windowNames: ReadonlyMap<string, Text>
}

/** The offices as they are now; `forget` after a change, so that the next question reads again. */
export interface OfficesNow {
  (): Promise<OpenOffices>
  forget(): void
}

/** Changes made in another process are seen after this long. */
const KEPT_MS = 5000

/** Departments and stations of the catalogue with the open windows of the database, those of administrators included. */
export function officesNow(catalog: Catalog, reader: OfficesReader, realNow: () => number): OfficesNow {
  let kept: { readonly until: number; readonly offices: Promise<OpenOffices> } | null = null
  const read = async (): Promise<OpenOffices> => {
    const windows = await reader.windows()
    const open = windows.filter((window) => window.active).map(({ active: _active, ...window }) => [window.code, window] as const)
    return {
      departments: catalog.departments,
      stations: catalog.stations,
      windows: new Map(open),
      windowNames: new Map(windows.map((window) => [window.code, window.name])),
    }
  }
  const now = (): Promise<OpenOffices> => {
    if (kept !== null && kept.until > realNow()) return kept.offices
    const offices = read()
    const mine = { until: realNow() + KEPT_MS, offices }
    kept = mine
    offices.catch(() => {
      if (kept === mine) kept = null
    })
    return offices
  }
  const forget = (): void => {
    kept = null
  }
  return Object.assign(now, { forget })
}
