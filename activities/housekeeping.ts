import type { Refusal } from '../domain/case/refusal.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import type { AppealInput } from '../workflows/messages.ts'
import type { Engine } from './engine.ts'
import { createReconcile, type ReconcileActivity, type ReconcileDeps, type ReconcileFigure } from './reconcile.ts'
import type { WatchFigure } from './wake-late.ts'

/** Each part returns how many it acted on. */
export interface HousekeepingActivities extends ReconcileActivity {
  /**
   * Starts what a crash left between the filing's transaction and the start of its workflow; one that the
   * rules of the engine refused is marked, so that it is not looked at again and keeps nobody from filing.
   */
  startLeftovers(): Promise<number>
  /** Leaves for people who watch when housekeeping last ran, and what it did. */
  noteHousekeeping(report: HousekeepingReport): Promise<void>
}

/** What one round did; null where that part failed. */
export interface HousekeepingReport {
  readonly started: number | null
  readonly differing: number | null
  /** Heads of hash chains written outside the database. */
  readonly heads: number | null
  /** Changes of calendars and items that are not over. */
  readonly changes: number | null
  /** Rows of signing in, and uploads, that were deleted. */
  readonly removed: number | null
}

/** What housekeeping reads; tables only, never lists of the engine. */
export interface HousekeepingReader {
  /** Intakes without an appeal row that are older than so many real milliseconds, oldest first. */
  leftovers(
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { readonly caseId: string; readonly input: Extract<AppealInput, { file: unknown }> }[]>
}

/** Watched figures; the name of each is that of its metric. */
export type HousekeepingFigure =
  | ReconcileFigure
  | WatchFigure
  | 'leftovers_started'
  | 'leftovers_refused'
  | 'heads_written'
  | 'sign_in_removed'
  | 'files_removed'

export interface HousekeepingDeps extends Omit<ReconcileDeps, 'reader' | 'engine' | 'count'> {
  readonly reader: HousekeepingReader & ReconcileDeps['reader']
  readonly engine: Pick<Engine, 'start' | 'filingRefusal'> & ReconcileDeps['engine']
  readonly markRefused: (caseId: string, refusal: Refusal) => Promise<void>
  readonly face: () => Promise<ClockFace>
  readonly count: (figure: HousekeepingFigure, by: number) => void
}

const LEFT_AFTER_MS = 15_000
const A_ROUND = 500

export function createHousekeeping(deps: HousekeepingDeps): HousekeepingActivities {
  const { reader, engine, markRefused, face, count, warn, note } = deps
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

    reconcileSample: createReconcile(deps).reconcileSample,

    noteHousekeeping: (report) => note('housekeeping', { ...report }),
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
