import type { Refusal } from '../domain/case/refusal.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import type { AppealInput } from '../workflows/messages.ts'
import type { Engine } from './engine.ts'
import { createReconcile, type ReconcileActivity, type ReconcileFigure, type ReconcileReader } from './reconcile.ts'

/** Each part returns how many it acted on. */
export interface HousekeepingActivities extends ReconcileActivity {
  /**
   * Starts what a crash left between the filing's transaction and the start of its workflow; one that the
   * rules of the engine refused is marked, so that it is not looked at again and keeps nobody from filing.
   */
  startLeftovers(): Promise<number>
  /** Wakes open appeals whose next wake is more than a minute past (the watchdog). */
  wakeLate(): Promise<number>
}

/** What one round did; null where that part failed. */
export interface HousekeepingReport {
  readonly started: number | null
  readonly woken: number | null
  readonly differing: number | null
  /** Heads of hash chains written outside the database. */
  readonly heads: number | null
  /** Rows of signing in that were deleted. */
  readonly removed: number | null
}

/** What housekeeping reads; tables only, never lists of the engine. */
export interface HousekeepingReader extends ReconcileReader {
  /** Intakes without an appeal row that are older than so many real milliseconds, oldest first. */
  leftovers(
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { readonly caseId: string; readonly input: Extract<AppealInput, { file: unknown }> }[]>
  /** Ids of open appeals whose next wake lies before a case instant, the longest overdue first. */
  late(beforeCaseInstant: number, limit: number): Promise<readonly string[]>
}

/** Watched figures; the name of each is that of its metric. */
export type HousekeepingFigure =
  | ReconcileFigure
  | 'leftovers_started'
  | 'leftovers_refused'
  | 'late_woken'
  | 'late_missing'
  | 'heads_written'
  | 'sign_in_removed'

export interface HousekeepingDeps {
  readonly reader: HousekeepingReader
  readonly engine: Pick<Engine, 'start' | 'filingRefusal' | 'wake' | 'snapshot'>
  readonly markRefused: (caseId: string, refusal: Refusal) => Promise<void>
  readonly caseNow: () => Promise<number>
  readonly face: () => Promise<ClockFace>
  readonly count: (figure: HousekeepingFigure, by: number) => void
  readonly warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}

const LEFT_AFTER_MS = 15_000
const LATE_AFTER_MS = 60_000
const A_ROUND = 500

export function createHousekeeping({ reader, engine, markRefused, caseNow, face, count, warn }: HousekeepingDeps): HousekeepingActivities {
  return {
    async startLeftovers() {
      const left = await reader.leftovers(LEFT_AFTER_MS, A_ROUND)
      let started = 0
      for (const { caseId, input } of left) {
        if (await engine.start(caseId, { ...input, face: await face() })) started += 1
        else await noteRefusal(caseId)
      }
      count('leftovers_started', started)
      return started
    },

    async wakeLate() {
      const late = await reader.late((await caseNow()) - LATE_AFTER_MS, A_ROUND)
      let woken = 0
      for (const caseId of late) {
        if (await engine.wake(caseId)) woken += 1
        else {
          count('late_missing', 1)
          warn('an open appeal has no running workflow', { caseId })
        }
      }
      count('late_woken', woken)
      return woken
    },

    reconcileSample: createReconcile({ reader, engine, count, warn }).reconcileSample,
  }

  /** Started before and still without an event: it begins just now, or its filing was refused. */
  async function noteRefusal(caseId: string): Promise<void> {
    const refusal = await engine.filingRefusal(caseId)
    if (refusal === null) return
    await markRefused(caseId, refusal)
    count('leftovers_refused', 1)
    warn('the engine refused a filing that the API let through', { caseId, refusal: refusal.refusal })
  }
}
