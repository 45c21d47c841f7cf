import type { Instant } from '../../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace } from '../../domain/time/clock-face.ts'
import type { ClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { planFace } from './face-plan.ts'

/** Real time for all processes to have read a face that was changed: longer than any of them keeps one. */
export const KNOWN_AFTER_MS = 2_200

/** Case time so far behind real time is that of a demo whose past has not been lived through. */
export const BEHIND_MS = 3_600_000

/**
 * Lays out case time for the demo's past where it still lies ahead (begin-demo.ts began it three
 * weeks ago): from when every process knows, through the sessions, onto real time at `endSpeed`.
 * Answers the face that holds. Of a demo that was interrupted the past is over, and the face stays as it is.
 */
export async function layOutPast(
  store: ClockFaceStore,
  realNow: number,
  sessions: readonly Instant[],
  { sessionMs, endSpeed }: { readonly sessionMs: number; readonly endSpeed: number },
): Promise<ClockFace> {
  const face = await store.read()
  const last = face.segments.at(-1)
  if (last === undefined || last.realAt > realNow || realNow - caseTimeAt(face, realNow) < BEHIND_MS) return face
  const realAt = realNow + KNOWN_AFTER_MS
  let planned = face
  for (const segment of planFace({ realAt, caseAt: caseTimeAt(face, realAt), sessions, sessionMs, endSpeed }))
    planned = await store.append(segment)
  return planned
}
