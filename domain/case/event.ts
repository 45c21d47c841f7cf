import type { Amount, Calendar, Extension, Instant } from '../clocks/types.ts'
import type { PauseReason } from '../clocks/pause-reasons.ts'
import type { ActorRef } from '../people/actor.ts'
import type { CloseResult, RungAction, ServiceItem } from '../routing/item.ts'
import type { ExtensionReason, ReturnReason } from './reasons.ts'
import type {
  CaseClock,
  CaseRung,
  ClockStop,
  DispatchReason,
  MaterialState,
  OrderReason,
  PauseEnd,
  RungCancelReason,
  TaskRole,
  TextRef,
} from './state.ts'

/** Results of the conditions that led to an event, by their FEEL text. */
export type ConditionResults = Readonly<Record<string, boolean>>

/** Why a due instant moved; kept in ClockMoved and shown to the expert. */
export type ClockChange =
  | { readonly kind: 'paused'; readonly pauseId: string; readonly reason: PauseReason }
  | { readonly kind: 'resumed'; readonly pauseId: string; readonly reason: PauseReason }
  | { readonly kind: 'extended'; readonly extension: Extension; readonly reason: ExtensionReason }
  | { readonly kind: 'calendar'; readonly calendar: string; readonly version: string }
  /** The limit that this version of the item gives; where only its ladder differs, the limit as it was. */
  | { readonly kind: 'limit'; readonly item: string; readonly version: number; readonly budget: Amount }

export interface EventData {
  AppealReceived: { readonly materials: Readonly<Record<string, MaterialState>>; readonly window: string }
  AppealAccepted: {
    readonly mode: 'explicit' | 'provisional' | 'deemed'
    readonly effectiveAt: Instant
    readonly taskId: string | null
    readonly promised: readonly string[]
    readonly note: TextRef | null
  }
  StageEntered: { readonly stage: string; readonly visit: number; readonly from: string | null; readonly conditions: ConditionResults }

  TaskDispatched: {
    readonly taskId: string
    readonly role: TaskRole
    readonly stage: string
    readonly visit: number
    readonly window: string
    readonly because: DispatchReason
    readonly resolved: 'own' | 'above' | 'fallback' | 'named'
    readonly conditions: ConditionResults
    readonly note: TextRef | null
  }
  TaskSigned: { readonly taskId: string; readonly by: string }
  TaskClaimed: { readonly taskId: string; readonly by: string }
  TaskReleased: { readonly taskId: string }
  TaskTransferred: { readonly taskId: string; readonly from: string | null; readonly to: string }
  TaskDelegated: { readonly taskId: string; readonly to: string }
  TaskCompleted: {
    readonly taskId: string
    readonly by: string
    readonly outcome: string
    readonly reply: TextRef | null
    readonly note: TextRef | null
    readonly conditions: ConditionResults
  }
  TaskReturned: { readonly taskId: string; readonly reason: ReturnReason; readonly note: TextRef | null; readonly evidence: TextRef | null }
  TaskReferred: { readonly taskId: string; readonly to: string; readonly note: TextRef | null }
  TaskReassigned: { readonly taskId: string; readonly window: string | null; readonly to: string | null; readonly reason: TextRef | null }
  TaskCancelled: { readonly taskId: string; readonly because: 'stage-left' | 'case-closed' | 'moved' }
  CommentAdded: { readonly taskId: string; readonly note: TextRef }

  TaskPaused: {
    readonly taskId: string
    readonly pauseId: string
    readonly reason: PauseReason
    readonly until: Instant
    readonly clocks: readonly string[]
    readonly note: TextRef | null
  }
  TaskResumed: {
    readonly taskId: string
    readonly pauseId: string
    readonly because: PauseEnd
    readonly note: TextRef | null /** The pause covered a close but less than one opening day; shown to the supervisor. */
    readonly suspicious: boolean
  }
  QuestionAsked: { readonly questionId: string; readonly taskId: string; readonly pauseId: string; readonly question: TextRef }
  QuestionAnswered: { readonly questionId: string; readonly taskId: string; readonly answer: TextRef }
  DeficiencyNoticeIssued: {
    readonly taskId: string
    readonly pauseId: string
    readonly materials: readonly string[]
    readonly note: TextRef | null
  }
  MaterialsSupplemented: { readonly materials: readonly string[]; readonly complete: boolean; readonly note: TextRef | null }

  CoHandlingRequested: { readonly taskId: string; readonly coTaskId: string; readonly window: string; readonly note: TextRef | null }
  ConsentGiven: { readonly taskId: string; readonly tacit: boolean; readonly note: TextRef | null }
  ObjectionRaised: { readonly taskId: string; readonly reasons: TextRef }

  ExtensionRequested: {
    readonly requestId: string
    readonly taskId: string
    readonly amount: number
    readonly reason: ExtensionReason
    readonly decidedBy: string
    readonly note: TextRef | null
  }
  ExtensionDecided: {
    readonly requestId: string
    readonly granted: boolean
    readonly amount: number
    readonly note: TextRef | null /** A request ends undecided with the task it was asked for, or by its limit where the item says so. */
    readonly because: 'decided' | 'task-ended' | 'not-decided'
  }

  /** Refused, since the date had passed, and kept as overtime; it changes nothing else. */
  ExtensionAskedLate: {
    readonly taskId: string
    readonly amount: number
    readonly reason: ExtensionReason
    readonly clockId: string
    readonly dueAt: Instant
    readonly overdueBy: Amount
    readonly note: TextRef | null
  }

  ArbitrationRequested: { readonly arbitrationId: string; readonly taskId: string; readonly stage: string; readonly visit: number }
  ArbitrationDecided: { readonly arbitrationId: string; readonly window: string; readonly note: TextRef | null }

  ClockStarted: { readonly clock: CaseClock }
  ClockMoved: {
    readonly clockId: string
    readonly change: ClockChange
    readonly dueBefore: Instant | null
    readonly dueAt: Instant | null
    readonly provisional: boolean
    readonly rungs: readonly CaseRung[]
  }
  ClockStopped: { readonly clockId: string; readonly because: ClockStop }
  ClockExpired: { readonly clockId: string; readonly dueAt: Instant }
  RungFired: { readonly clockId: string; readonly rung: string; readonly dueAt: Instant; readonly actions: readonly RungAction[] }
  RungCancelled: { readonly clockId: string; readonly rung: string; readonly because: RungCancelReason }
  CardWithdrawn: {
    readonly clockId: string
    readonly colour: 'yellow' | 'red' /** The card that stands instead. */
    readonly left: 'yellow' | 'red' | null
  }

  OrderIssued: {
    readonly orderId: string
    readonly order: 'urge' | 'supervise'
    readonly because: OrderReason
    readonly taskId: string | null
    readonly window: string
    readonly rung: string | null
    readonly note: TextRef | null
  }
  OrderAnswered: { readonly orderId: string; readonly answer: TextRef }

  AppealUrged: { readonly window: string; readonly note: TextRef | null }
  AppealClosed: {
    readonly result: CloseResult
    readonly taskId: string | null
    readonly because: 'completed' | 'withdrawn' | 'lapsed' | 'by-order'
    readonly officeInCharge: TextRef | null
    readonly reply: TextRef | null
  }
  AppealRated: { readonly score: number; readonly note: TextRef | null }
  CallBackRecorded: { readonly satisfied: boolean; readonly note: TextRef | null }
  AppealReopened: { readonly reason: TextRef | null }
  AppealEnded: Record<string, never>

  CalendarReplaced: { readonly calendar: Calendar }
  ItemReplaced: { readonly item: ServiceItem }
}

export type EventType = keyof EventData

export type EventOf<T extends EventType> = {
  readonly seq: number
  readonly at: Instant
  readonly actor: ActorRef
  /** Staff id for whom a substitute acted. */
  readonly actingFor: string | null
  readonly commandId: string
  readonly type: T
  readonly data: EventData[T]
}

export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType]
