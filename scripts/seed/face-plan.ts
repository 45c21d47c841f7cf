import type { Instant } from '../../domain/clocks/types.ts'
import type { FaceSegment } from '../../domain/time/clock-face.ts'

/** How some sessions of the past are to be run through. */
export interface FacePlan {
  /** Real instant from which the plan holds, and the case instant that stands there. */
  readonly realAt: number
  readonly caseAt: Instant
  /** Case instants of the sessions, ascending; those that case time has left behind are left out. */
  readonly sessions: readonly Instant[]
  /** Real milliseconds that a session takes; an hour of case time passes in it. */
  readonly sessionMs: number
  /** What follows: case time waits (at its real pace) for more, or jumps onto real time and goes on at a speed. */
  readonly afterwards: 'wait' | { readonly speed: number }
}

/** Real milliseconds for the time between two sessions, however long it is. */
const GAP_MS = 150
const SESSION_CASE_MS = 3_600_000

/**
 * The segments of case time that run from session to session, quickly between them and slowly in them.
 * Whole milliseconds; instants ascend; case time never goes back.
 */
export function planFace({ realAt, caseAt, sessions, sessionMs, afterwards }: FacePlan): FaceSegment[] {
  const segments: FaceSegment[] = []
  let real = realAt
  let at = caseAt
  const runTo = (realEnd: number, caseEnd: Instant): void => {
    segments.push({ realAt: real, caseAt: at, speed: (caseEnd - at) / (realEnd - real) })
    real = realEnd
    at = caseEnd
  }
  for (const session of sessions.filter((each) => each > caseAt)) {
    if (session > at) runTo(real + GAP_MS, session)
    runTo(real + sessionMs, session + SESSION_CASE_MS)
  }
  if (afterwards === 'wait') return [...segments, { realAt: real, caseAt: at, speed: 1 }]
  const end = real + GAP_MS
  if (end > at) runTo(end, end)
  return [...segments, { realAt: real, caseAt: at, speed: afterwards.speed }]
}
