import { brokenInvariants } from '../domain/case/invariants.ts'
import { brokenInLog, type LogInvariant } from '../domain/case/log-invariants.ts'
import type { CaseEvent } from '../domain/case/event.ts'
import type { CaseStart } from '../domain/case/state.ts'
import type { InvariantCode } from '../domain/case/stuck.ts'
import type { Instant } from '../domain/clocks/types.ts'
import type { Engine } from './engine.ts'
import { type CaseTables, type Examined, examineCase } from './examine-case.ts'
import { type Finding, findingsOf } from './find-stuck.ts'

export interface ReconcileReader extends CaseTables {
  /** Ids of some open appeals, others each time. */
  sample(limit: number): Promise<readonly string[]>
  /** The start of an appeal and all its events, null where there are none. */
  history(caseId: string): Promise<{ readonly start: CaseStart; readonly events: readonly CaseEvent[] } | null>
  /** How many notices these appeals have more than one of, for the same event, kind and recipient. */
  doubledNotices(caseIds: readonly string[]): Promise<number>
}

/** What was counted; the name of each is that of its metric. */
export type ReconcileFigure =
  | 'reconcile_compared'
  | 'reconcile_differing'
  | 'reconcile_rows_differing'
  | 'reconcile_stuck'
  | 'invariants_broken'

export interface ReconcileDeps {
  readonly reader: ReconcileReader
  readonly engine: Pick<Engine, 'observe'>
  readonly caseNow: () => Promise<Instant>
  /** Puts an appeal that stands still on the list of those. */
  readonly noteStuck: (caseId: string, findings: readonly Finding[]) => Promise<void>
  /** Leaves for people who watch what was seen. */
  readonly note: (round: string, facts: Readonly<Record<string, number | null>>) => Promise<void>
  readonly count: (figure: ReconcileFigure, by: number) => void
  readonly warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}

export interface ReconcileActivity {
  /**
   * Looks at a sample of open appeals: log against workflow, log against the rows of the read model, and what
   * must always hold; returns how many appeals have a workflow or rows that differ from their log.
   */
  reconcileSample(): Promise<number>
}

const SAMPLE = 20

export function createReconcile({ reader, engine, caseNow, noteStuck, note, count, warn }: ReconcileDeps): ReconcileActivity {
  return {
    async reconcileSample() {
      const found = { workflow: 0, rows: 0, stuck: 0, broken: 0, either: 0 }
      const inLog: Record<LogInvariant, number> = { I3: 0, I5: 0 }
      const sample = await reader.sample(SAMPLE)
      for (const caseId of sample) {
        const examined = await examineCase(caseId, reader, engine)
        if (examined === null) continue
        const { log, run, workflow, rows } = examined
        const broken = [...brokenInvariants(log), ...(await brokenInHistory(caseId, inLog))]
        if (broken.length > 0) {
          found.broken += 1
          warn('an open appeal breaks what must always hold', { caseId, broken })
        }
        if (run.kind === 'answers' && run.snapshot.stuckAt !== null) {
          found.stuck += 1
          warn('a limit of an appeal came and the rules did nothing', { caseId, stuckAt: run.snapshot.stuckAt })
        }
        if (workflow !== null) {
          found.workflow += 1
          warn('stored log and workflow differ', { caseId, ...workflow })
        }
        if (rows.length > 0) {
          found.rows += 1
          warn('stored log and rows differ', { caseId, logSeq: log.seq, rows })
        }
        if (workflow !== null || rows.length > 0) found.either += 1
        await noteFindings(caseId, examined)
      }
      count('reconcile_compared', sample.length)
      count('reconcile_differing', found.workflow)
      count('reconcile_rows_differing', found.rows)
      count('reconcile_stuck', found.stuck)
      count('invariants_broken', found.broken)
      const looked = sample.length
      const sweep: Partial<Record<InvariantCode, number>> = { ...inLog, I4: found.either, I6: await reader.doubledNotices(sample) }
      for (const [code, broken] of Object.entries(sweep)) await note(code, { looked, broken })
      return found.either
    },
  }

  async function brokenInHistory(caseId: string, inLog: Record<LogInvariant, number>): Promise<readonly LogInvariant[]> {
    const history = await reader.history(caseId)
    const broken = history === null ? [] : brokenInLog(history.start, history.events, await caseNow())
    for (const code of broken) inLog[code] += 1
    return broken
  }

  async function noteFindings(caseId: string, examined: Examined): Promise<void> {
    const findings = findingsOf(examined, null)
    if (findings.length > 0) await noteStuck(caseId, findings)
  }
}
