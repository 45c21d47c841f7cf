import type { PauseReason } from '../clocks/pause-reasons.ts'
import type { ClockFacts, ClockKind, Instant } from '../clocks/types.ts'

export const RUNG_STATES = ['armed', 'fired', 'cancelled'] as const
export type RungState = (typeof RUNG_STATES)[number]

export const RUNG_CANCEL_REASONS = [
  'clock-stopped',
  'condition-not-met',
  'later-rung-fired',
  'clock-paused',
  'date-moved',
  'item-changed',
] as const
export type RungCancelReason = (typeof RUNG_CANCEL_REASONS)[number]

export interface CaseRung {
  readonly code: string
  /** Null while the clock is paused. */
  readonly at: Instant | null
  readonly state: RungState
  readonly because: RungCancelReason | null
  readonly firedAt: Instant | null
  /** Due instant of the clock for which it fired. */
  readonly firedForDue: Instant | null
}

export const CLOCK_STOPS = ['done', 'superseded', 'case-closed', 'expired', 'answered'] as const
export type ClockStop = (typeof CLOCK_STOPS)[number]

/** What a clock belongs to: the whole case, a task, an order, an extension request, a question, a pause. */
export interface ClockScope {
  readonly kind: 'case' | 'task' | 'order' | 'extension-request' | 'arbitration' | 'pause'
  readonly id: string
}

export interface CaseClock {
  readonly id: string
  readonly kind: ClockKind
  readonly scope: ClockScope
  /** Window that is answerable for it; null for clocks of the expert. */
  readonly window: string | null
  readonly calendar: string
  readonly facts: ClockFacts
  /** Null while paused. */
  readonly dueAt: Instant | null
  readonly provisional: boolean
  readonly stoppedAt: Instant | null
  readonly stoppedBecause: ClockStop | null
  /** Set when the due instant passed with the clock running. */
  readonly expiredAt: Instant | null
  readonly card: 'yellow' | 'red' | null
  readonly rungs: readonly CaseRung[]
}

export interface CasePause {
  readonly id: string
  readonly taskId: string
  readonly reason: PauseReason
  readonly from: Instant
  /** Bound: at this instant the pause ends by itself. */
  readonly until: Instant
  readonly endedAt: Instant | null
  readonly endedBecause: PauseEnd | null
  readonly clocks: readonly string[]
  /** It covered a close but less than one opening day: legal, and seen by the supervisor (design 6). */
  readonly suspicious?: true
}

export const PAUSE_ENDS = ['resumed', 'supplemented', 'answered', 'end-reached', 'case-closed'] as const
export type PauseEnd = (typeof PAUSE_ENDS)[number]
