import type { Calendar } from '../../domain/clocks/types.ts'
import type { ClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { isPastAhead } from './live-past.ts'
import { demoBegin } from './office-days.ts'

/** What is asked of a database in which a demo may begin. */
export interface BeginDemo {
  readonly faces: ClockFaceStore
  /** Whether nobody has an account there. */
  readonly isEmpty: () => Promise<boolean>
  readonly calendar: Calendar
  readonly realNow: number
}

/**
 * Lets case time of an empty database begin three weeks ago, before any process reads it, so that the demo
 * can live through them. Answers whether the seeding has case time in hand; else the start sets its speed.
 */
export async function beginDemo({ faces, isEmpty, calendar, realNow }: BeginDemo): Promise<boolean> {
  const face = await faces.read()
  const last = face.segments.at(-1)
  if (last !== undefined) return last.realAt > realNow || isPastAhead(face, realNow)
  if (!(await isEmpty())) return false
  await faces.append({ realAt: realNow, caseAt: demoBegin(calendar, realNow), speed: 1 })
  return true
}
