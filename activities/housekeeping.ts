import { canonicalJson } from '../domain/canonical-json.ts'
import { brokenInvariants } from '../domain/case/invariants.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import type { CaseState } from '../domain/case/state.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import type { AppealInput } from '../workflows/messages.ts'
import type { Engine } from './engine.ts'

/** Each part returns how many it acted on. */
export interface HousekeepingActivities {
  /**
   * Starts what a crash left between the filing's transaction and the start of its workflow; one that the
   * rules of the engine refused is marked, so that it is not looked at again and keeps nobody from filing.
   */
  startLeftovers(): Promise<number>
  /** Wakes open appeals whose next wake is more than a minute past (the watchdog). */
  wakeLate(): Promise<number>
  /** Looks at a sample of open appeals: log against workflow, and what must always hold; returns how many differ. */
  reconcileSample(): Promise<number>
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
export interface HousekeepingReader {
  /** Intakes without an appeal row that are older than so many real milliseconds, oldest first. */
  leftovers(
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { readonly caseId: string; readonly input: Extract<AppealInput, { file: unknown }> }[]>
  /** Ids of open appeals whose next wake lies before a case instant, the longest overdue first. */
  late(beforeCaseInstant: number, limit: number): Promise<readonly string[]>
  /** Ids of some open appeals, others each time. */
  sample(limit: number): Promise<readonly string[]>
  /** The fold of the stored log, null where there is none. */
  stateOf(caseId: string): Promise<CaseState | null>
}

/** Watched figures; the name of each is that of its metric. */
export type HousekeepingFigure =
  | 'leftovers_started'
  | 'leftovers_refused'
  | 'late_woken'
  | 'late_missing'
  | 'reconcile_compared'
  | 'reconcile_differing'
  | 'invariants_broken'
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
const SAMPLE = 20

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

    async reconcileSample() {
      let differing = 0
      const sample = await reader.sample(SAMPLE)
      for (const caseId of sample) {
        await checkInvariants(caseId)
        const difference = await differenceOf(caseId)
        if (difference === null) continue
        differing += 1
        warn('stored log and workflow differ', { caseId, ...difference })
      }
      count('reconcile_compared', sample.length)
      count('reconcile_differing', differing)
      return differing
    },
  }

  /** Started before and still without an event: it begins just now, or its filing was refused. */
  async function noteRefusal(caseId: string): Promise<void> {
    const refusal = await engine.filingRefusal(caseId)
    if (refusal === null) return
    await markRefused(caseId, refusal)
    count('leftovers_refused', 1)
    warn('the engine refused a filing that the API let through', { caseId, refusal: refusal.refusal })
  }

  async function checkInvariants(caseId: string): Promise<void> {
    const state = await reader.stateOf(caseId)
    const broken = state === null ? [] : brokenInvariants(state)
    if (broken.length === 0) return
    count('invariants_broken', 1)
    warn('an open appeal breaks what must always hold', { caseId, broken })
  }

  /** Read before and after the workflow is asked: a case that moved in between is not compared. */
  async function differenceOf(caseId: string): Promise<Readonly<Record<string, unknown>> | null> {
    const before = await reader.stateOf(caseId)
    const snapshot = await engine.snapshot(caseId)
    const after = await reader.stateOf(caseId)
    if (before === null || after === null || before.seq !== after.seq) return null
    if (snapshot === null) return after.status === 'ended' ? null : { logSeq: after.seq, workflowSeq: null }
    if (snapshot.unwritten > 0) return null
    if (snapshot.state.seq !== after.seq) return { logSeq: after.seq, workflowSeq: snapshot.state.seq }
    return canonicalJson(snapshot.state) === canonicalJson(after) ? null : { logSeq: after.seq, workflowSeq: after.seq, states: 'differ' }
  }
}
