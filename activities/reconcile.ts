import { canonicalJson } from '../domain/canonical-json.ts'
import { rowsOf } from '../domain/case/index.ts'
import { brokenInvariants } from '../domain/case/invariants.ts'
import type { StoredRows } from '../domain/case/rows.ts'
import type { CaseState } from '../domain/case/state.ts'
import type { Snapshot } from '../workflows/messages.ts'
import { differingRows } from './differing-rows.ts'
import type { Engine } from './engine.ts'

export interface ReconcileReader {
  /** Ids of some open appeals, others each time. */
  sample(limit: number): Promise<readonly string[]>
  /** The fold of the stored log, null where there is none. */
  stateOf(caseId: string): Promise<CaseState | null>
  /** The rows of the read model as they are stored, null where the appeal has none. */
  rowsOf(caseId: string): Promise<StoredRows | null>
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
  readonly engine: Pick<Engine, 'snapshot'>
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

type Difference = Readonly<Record<string, unknown>>

export function createReconcile({ reader, engine, count, warn }: ReconcileDeps): ReconcileActivity {
  return {
    async reconcileSample() {
      const found = { workflow: 0, rows: 0, stuck: 0, broken: 0, either: 0 }
      const sample = await reader.sample(SAMPLE)
      for (const caseId of sample) {
        // Read before and after the others are asked: an appeal that moved in between is not compared.
        const before = await reader.stateOf(caseId)
        const snapshot = await engine.snapshot(caseId)
        const rows = await reader.rowsOf(caseId)
        const log = await reader.stateOf(caseId)
        if (log === null) continue
        const broken = brokenInvariants(log)
        if (broken.length > 0) {
          found.broken += 1
          warn('an open appeal breaks what must always hold', { caseId, broken })
        }
        if (snapshot !== null && snapshot.stuckAt !== null) {
          found.stuck += 1
          warn('a limit of an appeal came and the rules did nothing', { caseId, stuckAt: snapshot.stuckAt })
        }
        if (before?.seq !== log.seq) continue
        const workflow = workflowDifference(log, snapshot)
        if (workflow !== null) {
          found.workflow += 1
          warn('stored log and workflow differ', { caseId, ...workflow })
        }
        const names = differingRows(rowsOf(log), rows)
        if (names.length > 0) {
          found.rows += 1
          warn('stored log and rows differ', { caseId, logSeq: log.seq, rows: names })
        }
        if (workflow !== null || names.length > 0) found.either += 1
      }
      count('reconcile_compared', sample.length)
      count('reconcile_differing', found.workflow)
      count('reconcile_rows_differing', found.rows)
      count('reconcile_stuck', found.stuck)
      count('invariants_broken', found.broken)
      return found.either
    },
  }
}

function workflowDifference(log: CaseState, snapshot: Snapshot | null): Difference | null {
  if (snapshot === null) return log.status === 'ended' ? null : { logSeq: log.seq, workflowSeq: null }
  if (snapshot.unwritten > 0) return null
  if (snapshot.state.seq !== log.seq) return { logSeq: log.seq, workflowSeq: snapshot.state.seq }
  return canonicalJson(snapshot.state) === canonicalJson(log) ? null : { logSeq: log.seq, workflowSeq: log.seq, states: 'differ' }
}
