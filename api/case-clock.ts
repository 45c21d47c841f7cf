import type { Instant, LocalDate } from '../domain/clocks/types.ts'
import { type ClockFace, caseTimeAt } from '../domain/time/clock-face.ts'

/** Case time in this process (design 12). */
export interface CaseClock {
  now(): Promise<Instant>
  face(): Promise<ClockFace>
  /** Day of case time in the zone of the offices. */
  today(): Promise<LocalDate>
}

/** The face changes only when the product is started with another speed, so it is read again this seldom. */
const KEPT_MS = 2000
/** Fixed offset of the offices (UTC+8); memberships are valid by its days, as in the database's case_day. */
const OFFSET_MS = 8 * 60 * 60 * 1000

/** Reads the face from the database, seldom; while it cannot be read the last one that could still holds. */
export function createCaseClock(read: () => Promise<ClockFace>, realNow: () => number): CaseClock {
  let kept: { readonly face: ClockFace; readonly until: number } | null = null
  const face = async (): Promise<ClockFace> => {
    if (kept !== null && kept.until > realNow()) return kept.face
    try {
      kept = { face: await read(), until: realNow() + KEPT_MS }
    } catch (error) {
      if (kept === null) throw error
    }
    return kept.face
  }
  const now = async (): Promise<Instant> => caseTimeAt(await face(), realNow())
  return { face, now, today: async () => new Date((await now()) + OFFSET_MS).toISOString().slice(0, 10) }
}
