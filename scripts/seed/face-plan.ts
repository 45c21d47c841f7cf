import type { Instant } from '../../domain/clocks/types.ts'
import type { FaceSegment } from '../../domain/time/clock-face.ts'

/** How the past of the demo is to be run through. */
export interface FacePlan {
  /** Real instant from which the plan holds, and the case instant that stands there. */
  readonly realAt: number
  readonly caseAt: Instant
  /** Case instants of the sessions, ascending. */
  readonly sessions: readonly Instant[]
  /** Real milliseconds that a session takes; an hour of case time passes in it. */
  readonly sessionMs: number
  /** Speed from the end on. */
  readonly endSpeed: number
}

/** Real milliseconds for the time between two sessions, however long it is. */
const GAP_MS = 150
const SESSION_CASE_MS = 3_600_000

/**
 * The segments of case time that run from session to session, quickly between them and slowly in them,
 * and end exactly on real time. Known as a whole beforehand, so that every case is filed with the face
 * it will live under and nobody has to be told of a change. Whole milliseconds; instants ascend.
 */
export function planFace({ realAt, caseAt, sessions, sessionMs, endSpeed }: FacePlan): FaceSegment[] {
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
  const end = real + GAP_MS
  if (end > at) runTo(end, end)
  return [...segments, { realAt: real, caseAt: at, speed: endSpeed }]
}
