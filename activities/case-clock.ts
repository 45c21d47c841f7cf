import { caseTimeAt, type ClockFace } from '../domain/time/clock-face.ts'

/** Case time in this process, and the face it is read from. */
export interface CaseClock {
  now(): Promise<number>
  face(): Promise<ClockFace>
}

/** Real time for which a face that was read is taken as the present one. */
const KEEP_MS = 5000

/** The face is read from the database, seldom: it changes only when the product is started with another speed. */
export function createCaseClock(read: () => Promise<ClockFace>, realNow: () => number = Date.now): CaseClock {
  let kept: { readonly face: ClockFace; readonly until: number } | null = null
  const face = async (): Promise<ClockFace> => {
    if (kept === null || kept.until <= realNow()) kept = { face: await read(), until: realNow() + KEEP_MS }
    return kept.face
  }
  return { face, now: async () => caseTimeAt(await face(), realNow()) }
}
