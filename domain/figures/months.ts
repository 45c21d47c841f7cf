import type { Instant } from '../clocks/types.ts'

/** Months of the offices (UTC+8) as `2026-03`, with the instants they begin and end at. */
export interface Month {
  readonly month: string
  readonly from: Instant
  readonly to: Instant
}

const ZONE_MS = 8 * 3_600_000
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** The month of that name; null for a word that is none. */
export function monthOf(name: string): Month | null {
  const [, year, month] = MONTH.exec(name) ?? []
  return year === undefined || month === undefined ? null : numbered(Number(year) * 12 + Number(month) - 1)
}

/** The last `count` months up to the one that `now` lies in, oldest first. */
export function lastMonths(now: Instant, count: number): readonly Month[] {
  const local = new Date(now + ZONE_MS)
  const present = local.getUTCFullYear() * 12 + local.getUTCMonth()
  return Array.from({ length: count }, (_, index) => numbered(present - count + 1 + index))
}

function numbered(number: number): Month {
  const begin = (which: number): Instant => Date.UTC(Math.floor(which / 12), which % 12, 1) - ZONE_MS
  const month = `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
  return { month, from: begin(number), to: begin(number + 1) }
}
