import type { Instant } from '../clocks/types.ts'

export const TASK_STATUSES = ['dispatched', 'signed', 'claimed', 'waiting', 'done', 'returned', 'cancelled'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

export const TASK_ROLES = ['lead', 'co-handler'] as const
export type TaskRole = (typeof TASK_ROLES)[number]

/** Why a task came to its window. */
export const DISPATCH_REASONS = [
  'route',
  'returned',
  'referred',
  'arbitrated',
  'reassigned',
  'unclaimed',
  'co-handling',
  'reopened',
] as const
export type DispatchReason = (typeof DISPATCH_REASONS)[number]

export interface Task {
  readonly id: string
  readonly role: TaskRole
  readonly stage: string
  /** 1 for the first time the appeal is in this stage. */
  readonly visit: number
  readonly window: string
  readonly dispatchedBecause: DispatchReason
  readonly status: TaskStatus
  /** Status to go back to when a pause ends. */
  readonly statusBeforePause: TaskStatus | null
  /** Changed only by commands on this task. */
  readonly version: number
  readonly dispatchedAt: Instant
  readonly signedAt: Instant | null
  readonly signedBy: string | null
  readonly assignee: string | null
  /** Who does the work while the assignee stays responsible (委派). */
  readonly delegate: string | null
  readonly endedAt: Instant | null
  readonly outcome: string | null
  /** Of a co-handler. `tacit`: silent past its limit. */
  readonly opinion: 'consent' | 'tacit' | 'objection' | null
}
