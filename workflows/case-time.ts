import { caseTimeAt, realDelayUntil, REAL_TIME, type ClockFace } from '../domain/time/clock-face.ts'

/** Case time of one run. The only file of the workflows that reads a clock: Temporal's own, which replays. */
export interface CaseTime {
  now(): number
  /** Real milliseconds until a case instant, rounded up, at least 1. */
  delayUntil(caseInstant: number): number
  face(): ClockFace
  setFace(face: ClockFace): void
}

export function createCaseTime(initial: ClockFace | undefined): CaseTime {
  let face = initial ?? REAL_TIME
  return {
    now: () => caseTimeAt(face, Date.now()),
    delayUntil: (caseInstant) => Math.max(1, realDelayUntil(face, Date.now(), caseInstant)),
    face: () => face,
    setFace: (next) => {
      face = next
    },
  }
}
