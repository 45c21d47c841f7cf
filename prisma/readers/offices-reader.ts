import type { Directory, Station, StationLevel, Window } from '../../domain/routing/directory.ts'
import { STATION_LEVELS } from '../../domain/routing/directory.ts'
import type { Text } from '../../domain/text.ts'
import type { Database } from '../database.ts'
import type { Station as StationModel, Window as WindowModel } from '../generated/client.ts'

export interface NamedWindow extends Window {
  readonly name: Text
  readonly active: boolean
}

export interface NamedStation extends Station {
  readonly name: Text
}

export interface OfficesReader {
  /** The station, those above it and their open windows: what an appeal filed here freezes. Throws for an unknown station. */
  directory(station: string): Promise<Directory>
  stations(): Promise<readonly NamedStation[]>
  departments(): Promise<readonly { readonly code: string; readonly name: Text }[]>
  /** All windows, closed ones too, by code. */
  windows(): Promise<readonly NamedWindow[]>
  window(code: string): Promise<NamedWindow | null>
}

export function createOfficesReader(db: Database): OfficesReader {
  return {
    async directory(station) {
      const stations = await db.$queryRaw<StationModel[]>`
        select s.code, s.level, s.parent, s.calendar, s.fallback_window as "fallbackWindow" from station_chain(${station}) c join station s on s.code = c.code order by c.depth`
      if (stations.length === 0) throw new Error(`no station ${station}`)
      const windows = await db.window.findMany({
        where: { active: true, station: { in: stations.map((one) => one.code) } },
        orderBy: { code: 'asc' },
      })
      return { stations: stations.map(stationOf), windows: windows.map(windowOf) }
    },
    stations: async () =>
      (await db.station.findMany({ orderBy: { code: 'asc' } })).map((row) => ({ ...stationOf(row), name: nameOf(row) })),
    departments: async () =>
      (await db.department.findMany({ orderBy: { code: 'asc' } })).map((row) => ({ code: row.code, name: nameOf(row) })),
    windows: async () => (await db.window.findMany({ orderBy: { code: 'asc' } })).map(namedWindowOf),
    async window(code) {
      const row = await db.window.findUnique({ where: { code } })
      return row ? namedWindowOf(row) : null
    },
  }
}

export function namedWindowOf(row: WindowModel): NamedWindow {
  return { ...windowOf(row), name: nameOf(row), active: row.active }
}

function windowOf({ code, department, function: fn, station, calendar }: WindowModel): Window {
  return { code, department, function: fn, station, calendar }
}

function stationOf({ code, level, parent, calendar, fallbackWindow }: Omit<StationModel, 'nameZh' | 'nameEn'>): Station {
  return { code, level: levelOf(level), parent, calendar, fallbackWindow }
}

function levelOf(text: string): StationLevel {
  const level = STATION_LEVELS.find((known) => known === text)
  if (!level) throw new Error(`level ${text} is none of ${STATION_LEVELS.join(', ')}`)
  return level
}

function nameOf(row: { nameZh: string; nameEn: string }): Text {
  return { zh: row.nameZh, en: row.nameEn }
}
