/**
 * Case time (design 12): one face in every process. Epoch milliseconds of case time as a function of
 * real time, in straight segments; without segments case time is real time, as in production.
 */
export interface FaceSegment {
  /** Real instant from which this segment holds, epoch milliseconds. */
  readonly realAt: number
  /** Case instant at `realAt`, epoch milliseconds. */
  readonly caseAt: number
  /** Case milliseconds that pass in one real millisecond; greater than 0. */
  readonly speed: number
}

export interface ClockFace {
  /** By ascending `realAt`. */
  readonly segments: readonly FaceSegment[]
}

/** The face of production: case time is real time. */
export const REAL_TIME: ClockFace = { segments: [] }

/** Case time at a real instant, whole milliseconds rounded down: never ahead of the face. */
export function caseTimeAt(face: ClockFace, realNow: number): number {
  const segment = segmentAt(face, realNow)
  return segment === null ? realNow : Math.floor(exactCaseTime(segment, realNow))
}

/**
 * Real milliseconds to wait from `realNow` until case time has reached `caseInstant`: 0 when it has
 * already, else rounded up, so that whoever waits that long wakes at the instant or after, never before.
 */
export function realDelayUntil(face: ClockFace, realNow: number, caseInstant: number): number {
  if (caseTimeAt(face, realNow) >= caseInstant) return 0
  const ends = [...face.segments.filter((segment) => segment.realAt > realNow).map((segment) => segment.realAt), Infinity]
  let from = realNow
  for (const end of ends) {
    const segment = segmentAt(face, from)
    const reached = segment === null ? caseInstant : segment.realAt + (caseInstant - segment.caseAt) / segment.speed
    const wait = Math.max(0, Math.ceil(reached - realNow))
    if (realNow + wait < end) return atLeast(face, realNow, wait, caseInstant)
    from = end
    if (caseTimeAt(face, end) >= caseInstant) return end - realNow
  }
  return 0
}

/** The face with a new speed from `realNow` on; case time goes on from where it stands, never back. */
export function withSpeed(face: ClockFace, realNow: number, speed: number): ClockFace {
  if (!(speed > 0)) throw new Error(`speed must be greater than 0, got ${speed}`)
  const last = face.segments.at(-1)
  if (last !== undefined && last.realAt > realNow) throw new Error(`a segment begins at ${last.realAt}, after ${realNow}`)
  return { segments: [...face.segments, { realAt: realNow, caseAt: caseTimeAt(face, realNow), speed }] }
}

/** Why the face is no face, or null when it is one: instants ascend, speeds are positive, case time never goes back. */
export function faultOfFace(face: ClockFace): string | null {
  let before: FaceSegment | null = null
  for (const segment of face.segments) {
    if (!(segment.speed > 0) || !Number.isFinite(segment.speed))
      return `segment at ${segment.realAt}: speed ${segment.speed} is not greater than 0`
    if (before !== null && segment.realAt <= before.realAt) return `segment at ${segment.realAt}: not after the one before`
    if (before !== null && segment.caseAt < Math.floor(exactCaseTime(before, segment.realAt)))
      return `segment at ${segment.realAt}: case time would go back`
    before = segment
  }
  return null
}

function segmentAt(face: ClockFace, realNow: number): FaceSegment | null {
  return face.segments.findLast((segment) => segment.realAt <= realNow) ?? null
}

function exactCaseTime(segment: FaceSegment, realNow: number): number {
  return segment.caseAt + (realNow - segment.realAt) * segment.speed
}

/** Division of doubles may end a hair early; a wait that is too short by rounding is lengthened. */
function atLeast(face: ClockFace, realNow: number, wait: number, caseInstant: number): number {
  let enough = wait
  while (caseTimeAt(face, realNow + enough) < caseInstant) enough += 1
  return enough
}
