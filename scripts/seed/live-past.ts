import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace, realDelayUntil } from '../../domain/time/clock-face.ts'
import type { ClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { planFace } from './face-plan.ts'

/** Real time, in epoch milliseconds, and the wait for it. */
export interface RealTime {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

/** Real time of this machine. */
export const MACHINE_TIME: RealTime = { now: () => Date.now(), sleep: (ms) => sleep(ms) }

/** What the past of the demo is lived through with. */
export interface PastDeps {
  readonly real: RealTime
  readonly faces: ClockFaceStore
  /** Tells all running cases the face that holds from soon on. */
  readonly tell: (face: ClockFace) => Promise<void>
  /** Does what belongs to a session. */
  readonly hold: (session: Instant) => Promise<void>
  /** Case instants of all sessions, ascending. */
  readonly sessions: readonly Instant[]
  /** First guess of the real milliseconds that a session takes. */
  readonly sessionMs: number
  /** Speed of case time afterwards. */
  readonly endSpeed: number
}

/** Case time so far behind real time is that of a demo whose past has not been lived through. */
const BEHIND_MS = 3_600_000
/** Sessions that are planned together. */
const AT_ONCE = 10
/** Real time for all processes to have read a face that was changed: longer than any of them keeps one. */
const KNOWN_AFTER_MS = 2_200
const SHORTEST_SESSION_MS = 450
const LONGEST_SESSION_MS = 6_000

/** Whether case time stands in a past that a demo has still to live through. */
export function isPastAhead(face: ClockFace, realNow: number): boolean {
  return face.segments.length > 0 && realNow - caseTimeAt(face, realNow) > BEHIND_MS
}

/**
 * Lives through the past of a demo, some days at a time, and ends exactly on real time. The face of those
 * days is laid out while case time waits for everybody to know it, so nobody who files or works in them is
 * behind; how long a session is follows from how long the ones before took. Where the past is over, as
 * after an interruption, every session is held at once.
 */
export async function livePast(deps: PastDeps): Promise<void> {
  const { real } = deps
  let sessionMs = deps.sessionMs
  for (let from = 0; from < deps.sessions.length; from += AT_ONCE) {
    const sessions = deps.sessions.slice(from, from + AT_ONCE)
    const isLast = from + AT_ONCE >= deps.sessions.length
    const face = await layOut(deps, sessions, sessionMs, isLast)
    const lengths: number[] = []
    for (const session of sessions) {
      await real.sleep(realDelayUntil(face, real.now(), session))
      const begun = real.now()
      await deps.hold(session)
      lengths.push(real.now() - begun)
    }
    sessionMs = lengthAfter(lengths)
    if (isLast) await real.sleep(untilLast(face, real.now()))
  }
}

async function layOut(
  { real, faces, tell, endSpeed }: PastDeps,
  sessions: readonly Instant[],
  sessionMs: number,
  isLast: boolean,
): Promise<ClockFace> {
  let face = await faces.read()
  await real.sleep(untilLast(face, real.now()))
  const realNow = real.now()
  if (!isPastAhead(face, realNow)) return face
  const realAt = realNow + Math.max(KNOWN_AFTER_MS, 2 * sessionMs)
  const plan = {
    realAt,
    caseAt: caseTimeAt(face, realAt),
    sessions,
    sessionMs,
    afterwards: isLast ? { speed: endSpeed } : ('wait' as const),
  }
  for (const segment of planFace(plan)) face = await faces.append(segment)
  await tell(face)
  return face
}

/** Real milliseconds until the last segment holds: until then the plan before is still being run through. */
function untilLast(face: ClockFace, realNow: number): number {
  return Math.max(0, (face.segments.at(-1)?.realAt ?? 0) - realNow)
}

/** Longer than most of the last sessions took. */
function lengthAfter(lengths: readonly number[]): number {
  const most = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.8)] ?? SHORTEST_SESSION_MS
  return Math.round(Math.min(LONGEST_SESSION_MS, Math.max(SHORTEST_SESSION_MS, most * 1.2)))
}
