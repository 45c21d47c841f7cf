import type { Calendar } from '../../domain/clocks/types.ts'
import type { Directory, Station, Window } from '../../domain/routing/directory.ts'
import type { Rung, ServiceItem } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
import type { CatalogProblem } from './problem.ts'

export interface DepartmentFunction {
  readonly code: string
  readonly name: Text
}

export interface Department {
  readonly code: string
  readonly name: Text
  readonly functions: readonly DepartmentFunction[]
}

export interface CatalogStation extends Station {
  readonly name: Text
}

export interface CatalogWindow extends Window {
  readonly name: Text
}

/** The offices of the province, by code. */
export interface Offices {
  readonly departments: ReadonlyMap<string, Department>
  readonly stations: ReadonlyMap<string, CatalogStation>
  readonly windows: ReadonlyMap<string, CatalogWindow>
}

/** Everything that offices edit, loaded and free of errors. */
export interface Catalog extends Offices {
  readonly items: ReadonlyMap<string, ServiceItem>
  /** The text of each item's file, by item code. */
  readonly itemTexts: ReadonlyMap<string, string>
  /** sha256 of the canonical JSON of each item, by item code. */
  readonly digests: ReadonlyMap<string, string>
  readonly calendars: ReadonlyMap<string, Calendar>
  /** The text of each calendar's file, by its id. */
  readonly calendarTexts: ReadonlyMap<string, string>
  readonly ladders: ReadonlyMap<string, readonly Rung[]>
  readonly warnings: readonly CatalogProblem[]
}

/**
 * The chain of stations from this one up to the province and all their windows: what an appeal
 * filed here freezes. Throws for a station that the catalogue does not have.
 */
export function directoryFor(offices: Offices, stationCode: string): Directory {
  const stations: Station[] = []
  for (let code: string | null = stationCode; code !== null; ) {
    const station: CatalogStation | undefined = offices.stations.get(code)
    if (!station) throw new Error(`no station ${code} in the catalogue`)
    const { name: _name, ...row } = station
    stations.push(row)
    code = station.parent
  }
  const chain = new Set(stations.map((station) => station.code))
  const windows = [...offices.windows.values()].filter((w) => chain.has(w.station)).map(({ name: _name, ...row }) => row)
  return { stations, windows }
}
