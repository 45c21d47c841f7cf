import { canonicalJson } from '../domain/canonical-json.ts'
import { rowsOf } from '../domain/case/index.ts'
import type { StoredRows } from '../domain/case/rows.ts'
import type { CaseState } from '../domain/case/state.ts'
import type { Snapshot } from '../workflows/messages.ts'
import { differingRows } from './differing-rows.ts'
import type { Engine } from './engine.ts'
import type { RunView } from './observe-run.ts'

export interface CaseTables {
  /** The fold of the stored log, null where there is none. */
  stateOf(caseId: string): Promise<CaseState | null>
  /** The rows of the read model as they are stored, null where the appeal has none. */
  rowsOf(caseId: string): Promise<StoredRows | null>
}

export type Difference = Readonly<Record<string, string | number | null>>

/** One appeal as its log, its workflow and its rows tell it. */
export interface Examined {
  readonly log: CaseState
  readonly run: RunView
  /** It moved while it was looked at, so nothing is compared. */
  readonly moved: boolean
  /** How workflow and log differ, null where they agree. */
  readonly workflow: Difference | null
  /** Names of the rows that are not as the log folds them. */
  readonly rows: readonly string[]
}

/** Null for an appeal without a log. */
export async function examineCase(caseId: string, tables: CaseTables, engine: Pick<Engine, 'observe'>): Promise<Examined | null> {
  // Read before and after the others are asked: an appeal that moved in between is not compared.
  const before = await tables.stateOf(caseId)
  const run = await engine.observe(caseId)
  const rows = await tables.rowsOf(caseId)
  const log = await tables.stateOf(caseId)
  if (log === null) return null
  if (before?.seq !== log.seq) return { log, run, moved: true, workflow: null, rows: [] }
  return { log, run, moved: false, workflow: runDifference(log, run), rows: differingRows(rowsOf(log), rows) }
}

function runDifference(log: CaseState, run: RunView): Difference | null {
  switch (run.kind) {
    case 'none':
      return log.status === 'ended' ? null : { logSeq: log.seq, workflowSeq: null }
    case 'failing':
    case 'silent':
      return null
    case 'answers':
      return snapshotDifference(log, run.snapshot)
  }
}

function snapshotDifference(log: CaseState, snapshot: Snapshot): Difference | null {
  if (snapshot.unwritten > 0) return null
  if (snapshot.state.seq !== log.seq) return { logSeq: log.seq, workflowSeq: snapshot.state.seq }
  return canonicalJson(snapshot.state) === canonicalJson(log) ? null : { logSeq: log.seq, workflowSeq: log.seq, states: 'differ' }
}
