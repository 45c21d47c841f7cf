import type { Directory, Level, Station, StationLevel, Window, WindowSpec } from './directory.ts'

/** How a window was found: at the expert's own station, at one above it, or as the station's fallback. */
export type ResolvedHow = 'own' | 'above' | 'fallback'

export interface ResolvedWindow {
  readonly window: Window
  readonly how: ResolvedHow
}

const RANK: Readonly<Record<StationLevel, number>> = { district: 0, city: 1, province: 2 }
const LOWEST_RANK: Readonly<Record<Level, number>> = { own: RANK.district, city: RANK.city, province: RANK.province }

/**
 * The window a stage or a co-handler is dispatched to (design 5): from the expert's own station
 * (first of `directory.stations`) upwards, not below the level asked for, the first station that has
 * the department's function; where none has it, the fallback window of the expert's own station.
 * Throws where the directory itself is broken: no station, or a fallback window it does not hold.
 */
export function resolveWindow(spec: WindowSpec, directory: Directory): ResolvedWindow {
  const own = ownStation(directory)
  for (const station of directory.stations) {
    if (RANK[station.level] < LOWEST_RANK[spec.level]) continue
    const window = directory.windows.find(
      (w) => w.station === station.code && w.department === spec.department && w.function === spec.function,
    )
    if (window) return { window, how: station.code === own.code ? 'own' : 'above' }
  }
  return { window: fallbackWindow(directory), how: 'fallback' }
}

/** The window of the expert's own station that takes what nobody else does. */
export function fallbackWindow(directory: Directory): Window {
  const own = ownStation(directory)
  const window = directory.windows.find((w) => w.code === own.fallbackWindow)
  if (!window) throw new Error(`station ${own.code}: fallback window ${own.fallbackWindow} is not in the directory`)
  return window
}

function ownStation(directory: Directory): Station {
  const own = directory.stations[0]
  if (!own) throw new Error('directory without a station')
  return own
}
