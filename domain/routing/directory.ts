/** Level at which a stage wants its window (design 5). */
export const LEVELS = ['own', 'city', 'province'] as const
export type Level = (typeof LEVELS)[number]

export const STATION_LEVELS = ['district', 'city', 'province'] as const
export type StationLevel = (typeof STATION_LEVELS)[number]

/** One window (窗口) of a department at a station. `code` is unique in the province and is its id. */
export interface Window {
  readonly code: string
  readonly department: string
  readonly function: string
  readonly station: string
  readonly calendar: string
}

/** One station (服务站/中心), with the station above it and the window that takes what nobody else does. */
export interface Station {
  readonly code: string
  readonly level: StationLevel
  readonly parent: string | null
  readonly calendar: string
  readonly fallbackWindow: string
}

/**
 * What one appeal needs of the offices, frozen into its input: the chain of stations from the
 * expert's own up to the province, and every window of these stations.
 */
export interface Directory {
  readonly stations: readonly Station[]
  readonly windows: readonly Window[]
}

/** How a stage or a co-handler names its window. */
export interface WindowSpec {
  readonly department: string
  readonly function: string
  readonly level: Level
}
