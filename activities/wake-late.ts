import type { Instant } from '../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace } from '../domain/time/clock-face.ts'
import type { Engine } from './engine.ts'
import { officeDay } from './office-day.ts'

export interface WakeLateActivity {
  /**
   * Wakes appeals whose next wake is more than a real minute past (the watchdog), the longest overdue first,
   * and counts them. Reads tables only. Returns how many were woken.
   */
  wakeLate(): Promise<number>
}

export interface LateCase {
  readonly caseId: string
  /** Case instant at which it should have been woken. */
  readonly dueAt: Instant
}

export interface LateCases {
  /** The longest overdue first, after the last one of the page before; one woken for the same instant comes again later and later. */
  late(before: Instant, after: LateCase | null, limit: number): Promise<readonly LateCase[]>
  noteWoken(cases: readonly LateCase[]): Promise<void>
  forgetMoved(): Promise<void>
}

/** Watched figures; the name of each is that of its metric. */
export type WatchFigure = 'late_woken' | 'late_missing'

export interface WakeLateDeps {
  readonly cases: LateCases
  readonly engine: Pick<Engine, 'wake' | 'tellFace'>
  readonly face: () => Promise<ClockFace>
  readonly realNow: () => number
  /** Adds to the count of a real day that people read. */
  readonly add: (name: 'woken', day: string, by: number) => Promise<void>
  readonly count: (figure: WatchFigure, by: number) => void
  readonly warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}

export const LATE_AFTER_MS = 60_000
const A_PAGE = 500
const AT_ONCE = 16
/** Real time after which a round leaves the rest to the next one, which begins with the longest overdue again. */
const A_ROUND_MS = 15_000

export function createWakeLate({ cases, engine, face, realNow, add, count, warn }: WakeLateDeps): WakeLateActivity {
  return {
    async wakeLate() {
      const begun = realNow()
      const present = await face()
      const before = caseTimeAt(present, begun - LATE_AFTER_MS)
      await cases.forgetMoved()
      let woken = 0
      let last: LateCase | null = null
      do {
        const page: readonly LateCase[] = await cases.late(before, last, A_PAGE)
        woken += await wakePage(page, present)
        last = page.length < A_PAGE ? null : (page.at(-1) ?? null)
      } while (last !== null && realNow() - begun < A_ROUND_MS)
      return woken
    },
  }

  async function wakePage(page: readonly LateCase[], present: ClockFace): Promise<number> {
    let woken = 0
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const group = page.slice(from, from + AT_ONCE)
      const heard = await Promise.allSettled(group.map(({ caseId }) => wake(caseId, present)))
      const told = group.filter((_, index) => heard[index]?.status === 'fulfilled')
      // One that cannot be told keeps nobody else asleep; where none can be, the engine is away.
      const fault = heard.find((one) => one.status === 'rejected')
      if (fault !== undefined && told.length === 0) throw fault.reason
      for (const [index, one] of heard.entries()) {
        const { caseId, dueAt } = group[index] ?? { caseId: '', dueAt: 0 }
        if (one.status === 'rejected') warn('an appeal could not be woken', { caseId, error: String(one.reason) })
        else if (one.value) warn('a limit came and its appeal slept on; it was woken', { caseId, dueAt: new Date(dueAt).toISOString() })
        else {
          count('late_missing', 1)
          warn('an open appeal has no running workflow', { caseId })
        }
      }
      const awake = heard.filter((one) => one.status === 'fulfilled' && one.value).length
      await cases.noteWoken(told)
      await add('woken', officeDay(realNow()), awake)
      count('late_woken', awake)
      woken += awake
    }
    return woken
  }

  /** Where case time has a face, the face goes with the wake: a case that missed a change of it would sleep on. */
  async function wake(caseId: string, present: ClockFace): Promise<boolean> {
    return present.segments.length === 0 ? engine.wake(caseId) : engine.tellFace(caseId, present)
  }
}
