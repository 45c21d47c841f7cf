import type { Calendar, Instant } from '../clocks/types.ts'
import type { PauseReason } from '../clocks/pause-reasons.ts'
import type { Actor } from '../people/actor.ts'
import type { CloseResult, ServiceItem } from '../routing/item.ts'
import type { Window } from '../routing/directory.ts'
import type { ExtensionReason, ReturnReason } from './reasons.ts'
import type { TextRef } from './state.ts'

/**
 * What each command carries besides its envelope. Free text is a TextRef: the API stores the text
 * first. `taskId` names the task acted on; `version` is the task version the user saw.
 * Values that come from a user (codes, amounts) are checked again by `decide`.
 */
export interface CommandData {
  FileAppeal: Record<string, never>

  SignTask: OnTask
  ClaimTask: OnTask
  ReleaseTask: OnTask
  TransferTask: OnTask & { readonly to: string }
  DelegateTask: OnTask & { readonly to: string }
  CompleteTask: OnTask & {
    readonly outcome: string
    readonly reply: TextRef | null
    readonly note: TextRef | null
    /** Who is in charge where the appeal is not accepted. */
    readonly officeInCharge: TextRef | null
  }
  ReturnTask: OnTask & { readonly reason: ReturnReason; readonly note: TextRef | null; readonly evidence: TextRef | null }
  ReferTask: OnTask & { readonly window: Window; readonly note: TextRef | null }
  PauseTask: OnTask & { readonly reason: PauseReason; readonly until: Instant; readonly note: TextRef | null }
  ResumeTask: OnTask & { readonly note: TextRef | null }
  AskExpert: OnTask & { readonly question: TextRef }
  RequestExtension: OnTask & { readonly amount: number; readonly reason: ExtensionReason; readonly note: TextRef | null }
  RequestCoHandling: OnTask & { readonly window: Window; readonly note: TextRef | null }
  GiveConsent: OnTask & { readonly note: TextRef | null }
  RaiseObjection: OnTask & { readonly reasons: TextRef | null }
  IssueDeficiencyNotice: OnTask & { readonly materials: readonly string[]; readonly note: TextRef | null }
  AcceptProvisionally: OnTask & { readonly promised: readonly string[]; readonly note: TextRef | null }
  CommentOnTask: OnTask & { readonly note: TextRef }

  SupplementAppeal: { readonly materials: readonly string[]; readonly note: TextRef | null }
  AnswerQuestion: { readonly questionId: string; readonly answer: TextRef }
  UrgeAppeal: { readonly note: TextRef | null }
  WithdrawAppeal: { readonly reason: TextRef | null }
  RateAppeal: { readonly score: number; readonly note: TextRef | null }

  ReassignTask: OnTask & { readonly window: Window | null; readonly to: string | null; readonly reason: TextRef | null }
  DecideExtension: { readonly requestId: string; readonly granted: boolean; readonly note: TextRef | null }
  Arbitrate: { readonly window: Window; readonly note: TextRef | null }
  IssueOrder: OnTask & { readonly order: 'urge' | 'supervise'; readonly note: TextRef | null }
  AnswerOrder: { readonly orderId: string; readonly answer: TextRef }
  CloseByOrder: { readonly result: CloseResult; readonly reply: TextRef | null; readonly officeInCharge: TextRef | null }
  RecordCallBack: { readonly satisfied: boolean; readonly note: TextRef | null }
  ReopenAppeal: { readonly reason: TextRef | null }

  /** The earliest instant that is due; `at` of the envelope is that instant. */
  Tick: Record<string, never>
  ReplaceCalendar: { readonly calendar: Calendar }
  /** A newer version of the item, checked by the loader as every item is. */
  ReplaceItem: { readonly item: ServiceItem }
}

export interface OnTask {
  readonly taskId: string
  /** Null where the caller saw no version (system, replay of a stored command). */
  readonly version: number | null
}

export type CommandKind = keyof CommandData

export type CommandOf<K extends CommandKind> = {
  /** The client's idempotency key; unique in the case. */
  readonly id: string
  /** Instant the API received it (case time); for a Tick the instant that was due. */
  readonly at: Instant
  readonly actor: Actor
  readonly kind: K
  readonly data: CommandData[K]
}

export type Command = { [K in CommandKind]: CommandOf<K> }[CommandKind]

/** Commands that act on one task. */
export type TaskCommandKind = { [K in CommandKind]: CommandData[K] extends OnTask ? K : never }[CommandKind]
