const MINUTE_MS = 60_000
const SHORTEST_MS = 10_000

/** Real milliseconds after which due dates are read anew: a minute of case time, never more often than every 10 s. */
export function tickMs(speed: number): number {
  return Math.min(MINUTE_MS, Math.max(SHORTEST_MS, MINUTE_MS / speed))
}
