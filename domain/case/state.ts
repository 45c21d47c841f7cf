import type { Calendar, Instant } from '../clocks/types.ts'
import type { Language } from '../text.ts'
import type { ActorRef } from '../people/actor.ts'
import type { Directory } from '../routing/directory.ts'
import type { CloseResult, ServiceItem, Tier } from '../routing/item.ts'
import type { CaseClock, CasePause } from './case-clock.ts'
import type { Task } from './case-task.ts'
import type { LateExtension } from './late-extension.ts'
import type { ExtensionReason } from './reasons.ts'

export * from './case-clock.ts'
export * from './case-task.ts'

/** A free text that stays in PostgreSQL; the case knows its id and sha256 only (design 4). */
export interface TextRef {
  readonly id: string
  readonly hash: string
}

/** What a fact may be worth; facts are declared by the item and never confidential. */
export type FactValue = string | number | boolean
export type Facts = Readonly<Record<string, FactValue>>

export const MATERIAL_STATES = ['provided', 'promised', 'missing'] as const
export type MaterialState = (typeof MATERIAL_STATES)[number]

/** Everything an appeal starts from, frozen when it was filed. */
export interface CaseStart {
  readonly caseId: string
  readonly number: string
  readonly item: ServiceItem
  /** Stations from the expert's own (first) to the province (last), and their windows. */
  readonly directory: Directory
  /** By calendar id: that of every station and window of the directory. */
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly expert: { readonly id: string; readonly tier: Tier; readonly language: Language }
  /** Staff id of the leader who is the expert's personal contact (联系领导), copied at high rungs. */
  readonly leaderContact: string | null
  /** Staff id of the liaison officer who filed or follows. */
  readonly liaison: string | null
  readonly facts: Facts
  readonly materials: Readonly<Record<string, MaterialState>>
}

export const CASE_STATUSES = ['new', 'open', 'aftercare', 'ended'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export interface ExtensionRequest {
  readonly id: string
  readonly taskId: string
  readonly amount: number
  readonly reason: ExtensionReason
  readonly askedAt: Instant
  readonly askedBy: ActorRef
  /** Role that decides it. */
  readonly decidedBy: string
  readonly decision: 'granted' | 'refused' | 'withdrawn' | null
  readonly decidedAt: Instant | null
}

/** Why an order went out: a supervisor's word, the expert's urging, a date that passed, a bad rating, a rung, an urging that was not answered. */
export const ORDER_REASONS = ['ordered', 'urged', 'late', 'rating', 'rung', 'unanswered'] as const
export type OrderReason = (typeof ORDER_REASONS)[number]

export interface Order {
  readonly id: string
  readonly kind: 'urge' | 'supervise'
  readonly because: OrderReason
  readonly window: string
  readonly issuedAt: Instant
  readonly issuedBy: ActorRef
  /** Rung that issued it, null where a person did. */
  readonly rung: string | null
  readonly answeredAt: Instant | null
}

export interface Question {
  readonly id: string
  readonly taskId: string
  readonly pauseId: string
  readonly askedAt: Instant
  readonly answeredAt: Instant | null
}

export interface Arbitration {
  readonly id: string
  readonly taskId: string
  readonly stage: string
  readonly visit: number
  readonly askedAt: Instant
}

/** State of one appeal: one JSON value, the fold of its events over its start. No personal data. */
export interface CaseState {
  readonly start: CaseStart
  readonly seq: number
  readonly at: Instant
  readonly status: CaseStatus
  readonly stage: string | null
  /** Visits so far, by stage. */
  readonly visits: Readonly<Record<string, number>>
  /** Returns so far in the present visit of the stage. */
  readonly returns: number
  readonly accountableWindow: string | null
  readonly receivedAt: Instant | null
  readonly accepted: { readonly at: Instant; readonly mode: 'explicit' | 'provisional' | 'deemed' } | null
  readonly materials: Readonly<Record<string, MaterialState>>
  readonly deficiency: { readonly noticedAt: Instant; readonly materials: readonly string[]; readonly pauseId: string } | null
  readonly tasks: Readonly<Record<string, Task>>
  readonly clocks: Readonly<Record<string, CaseClock>>
  readonly pauses: Readonly<Record<string, CasePause>>
  readonly questions: Readonly<Record<string, Question>>
  readonly extensions: Readonly<Record<string, ExtensionRequest>>
  /** Absent until one is asked for too late, as in cases from before this was kept. */
  readonly lateExtensions?: readonly LateExtension[]
  readonly orders: Readonly<Record<string, Order>>
  readonly arbitration: Arbitration | null
  readonly closed: { readonly at: Instant; readonly result: CloseResult; readonly officeInCharge: TextRef | null } | null
  readonly rating: number | null
  readonly calledBackAt: Instant | null
  /** The last commands handled, newest last; update ids do not survive continue-as-new. */
  readonly handled: readonly string[]
}

/** State before the first event. */
export function initialState(start: CaseStart): CaseState {
  return {
    start,
    seq: 0,
    at: 0,
    status: 'new',
    stage: null,
    visits: {},
    returns: 0,
    accountableWindow: null,
    receivedAt: null,
    accepted: null,
    materials: start.materials,
    deficiency: null,
    tasks: {},
    clocks: {},
    pauses: {},
    questions: {},
    extensions: {},
    orders: {},
    arbitration: null,
    closed: null,
    rating: null,
    calledBackAt: null,
    handled: [],
  }
}
