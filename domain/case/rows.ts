import type { ClockFacts, Instant } from '../clocks/types.ts'
import type { CaseEvent } from './event.ts'

/**
 * Rows of the read model as a pure projection of the case (design 8): what `record` writes and what
 * `rebuild` folds again. Instants are epoch milliseconds; the store turns them into timestamptz.
 */
export interface AppealRow {
  readonly caseId: string
  readonly number: string
  readonly item: string
  readonly itemVersion: number
  readonly station: string
  readonly expertId: string
  readonly tier: string
  readonly status: string
  readonly stage: string | null
  readonly accountableWindow: string | null
  readonly seq: number
  readonly receivedAt: Instant
  readonly acceptedAt: Instant | null
  readonly closedAt: Instant | null
  readonly endedAt: Instant | null
  readonly result: string | null
  /** Id of the text that names the office in charge; the text itself is joined where it is shown. */
  readonly officeInChargeTextId: string | null
  readonly rating: number | null
  readonly paused: boolean
  readonly legalDueAt: Instant | null
  readonly promisedDueAt: Instant | null
  readonly stageDueAt: Instant | null
  /** Earliest of the three that is running; what lists sort by. */
  readonly dueAt: Instant | null
  readonly colour: Colour
  readonly nextWakeAt: Instant | null
  readonly changedAt: Instant
}

export const COLOURS = ['green', 'yellow', 'red'] as const
export type Colour = (typeof COLOURS)[number]

export interface TaskRow {
  readonly taskId: string
  readonly caseId: string
  readonly role: string
  readonly stage: string
  readonly visit: number
  readonly window: string
  readonly status: string
  readonly version: number
  readonly assignee: string | null
  readonly delegate: string | null
  readonly dispatchedAt: Instant
  readonly signedAt: Instant | null
  readonly endedAt: Instant | null
  readonly outcome: string | null
  readonly dueAt: Instant | null
  readonly colour: Colour
}

export interface ClockRow {
  readonly clockId: string
  readonly caseId: string
  readonly kind: string
  readonly scopeKind: string
  readonly scopeId: string
  readonly window: string | null
  readonly calendar: string
  readonly startedAt: Instant
  readonly dueAt: Instant | null
  readonly provisional: boolean
  readonly paused: boolean
  readonly stoppedAt: Instant | null
  readonly stoppedBecause: string | null
  readonly expiredAt: Instant | null
  readonly card: string | null
  /** Its ledger; null in a row that an earlier release wrote and nothing has changed since. */
  readonly facts: ClockFacts | null
}

export interface OrderRow {
  readonly orderId: string
  readonly caseId: string
  readonly kind: string
  readonly window: string
  readonly issuedAt: Instant
  readonly issuedByKind: string
  readonly issuedById: string | null
  readonly rung: string | null
  readonly answeredAt: Instant | null
}

export interface CaseRows {
  readonly appeal: AppealRow
  readonly tasks: readonly TaskRow[]
  readonly clocks: readonly ClockRow[]
  readonly orders: readonly OrderRow[]
}

/** Rows as they are stored: a task's has the appeal's instant of receipt beside its own columns, for lists of a window. */
export interface StoredRows extends CaseRows {
  readonly tasks: readonly (TaskRow & { readonly receivedAt: Instant })[]
}

/** An event as it is written: the canonical text is what the hash chain is over. */
export interface EventRow {
  readonly seq: number
  readonly at: Instant
  readonly type: CaseEvent['type']
  readonly audience: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actingFor: string | null
  readonly commandId: string
  /** canonicalJson of the whole event. */
  readonly body: string
}
