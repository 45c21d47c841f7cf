import type { ClockFace } from '../domain/time/clock-face.ts'
import type { Engine } from './engine.ts'

export interface TellFaceDeps {
  readonly engine: Pick<Engine, 'tellFace'>
  /** Ids of appeals that have not ended, after an id, in order. */
  readonly running: (afterCaseId: string | null, limit: number) => Promise<readonly string[]>
  readonly face: () => Promise<ClockFace>
}

const A_PAGE = 200
const AT_ONCE = 10

/**
 * Tells every running appeal the face of case time, before the worker serves: a case must not be woken
 * by a face that no longer holds. Where case time is real time nobody needs to be told. Returns how many were.
 */
export async function tellFace({ engine, running, face }: TellFaceDeps): Promise<number> {
  const present = await face()
  if (present.segments.length === 0) return 0
  let told = 0
  let last: string | null = null
  for (;;) {
    const page: readonly string[] = await running(last, A_PAGE)
    for (let start = 0; start < page.length; start += AT_ONCE) {
      const heard = await Promise.all(page.slice(start, start + AT_ONCE).map((caseId) => engine.tellFace(caseId, present)))
      told += heard.filter(Boolean).length
    }
    last = page.at(-1) ?? null
    if (last === null || page.length < A_PAGE) return told
  }
}
