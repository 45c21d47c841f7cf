import type { Notice } from '../notices/notice.ts'
import type { CaseRows, EventRow } from './rows.ts'

/** One batch of decided events with the rows and notices that follow from them. */
export interface RecordInput {
  readonly caseId: string
  /** Seq of the first event; the write takes place only where the stored seq is one less. */
  readonly fromSeq: number
  readonly events: readonly EventRow[]
  /** Rows after the last event: the appeal's row and every task, clock and order the batch touched. */
  readonly rows: CaseRows
  readonly notices: readonly Notice[]
}

/**
 * - `written`: the batch is stored now, or was stored before word for word (same seq, command id, body)
 *   and nothing after it, so that a caller who fell behind always hears of what it missed.
 * - `diverged`: other events stand in the log from `fromSeq` on; their bodies are given, oldest first.
 *   The stored log wins: the caller goes back to its confirmed state, applies them and decides again.
 */
export type RecordAnswer = { readonly kind: 'written' } | { readonly kind: 'diverged'; readonly stored: readonly string[] }
