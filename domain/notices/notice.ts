import type { StandingState } from '../case/standing.ts'
import type { Instant } from '../clocks/types.ts'
import type { Text } from '../text.ts'

/** Kinds of e-mail. `expert` kinds are read by the expert (and liaison), `staff` kinds by the offices. */
export const EXPERT_NOTICES = [
  'received',
  'accepted',
  'handed',
  'materials-wanted',
  'question',
  'paused',
  'resumed',
  'due-moved',
  'papers-missing',
  'due-soon',
  'late',
  'closed',
  'lapsed',
  'reopened',
] as const
export const STAFF_NOTICES = [
  'dispatched',
  'rung-fired',
  'extension-asked',
  'extension-decided',
  'arbitration-asked',
  'order-issued',
  'expert-replied',
  'transferred',
  'objection',
  'pause-flagged',
  'unreachable',
] as const
export const NOTICE_KINDS = [...EXPERT_NOTICES, ...STAFF_NOTICES] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Whom a notice goes to; `record` turns roles into persons in the same statement, one row a person. */
export type Recipient =
  | { readonly kind: 'expert'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'role'; readonly role: 'clerk' | 'window-lead'; readonly window: string }
  | { readonly kind: 'role'; readonly role: 'department-head'; readonly window: string }
  | { readonly kind: 'role'; readonly role: 'station-supervisor'; readonly station: string }
  | { readonly kind: 'role'; readonly role: 'province-supervisor' }

/** A due date as a notice shows it. */
export interface NoticeDue {
  readonly clock:
    | 'legal'
    | 'promised'
    | 'stage'
    | 'cure'
    | 'answer'
    | 'sign'
    | 'order-reply'
    | 'co-handling'
    | 'acceptance'
    | 'extension-decision'
  /** Left out by rows of before it was told: then without `at` it is paused, else it runs. */
  readonly state?: StandingState
  readonly at: Instant | null
  readonly provisional: boolean
  readonly colour: 'green' | 'yellow' | 'red'
  /** Budget left at the instant of the event, e.g. { amount: 3, unit: 'working-days' }. */
  readonly remaining: { readonly amount: number; readonly unit: string } | null
  /** Units begun since the due instant; of a limit that has ended, those it ended late by. */
  readonly overdueBy?: { readonly amount: number; readonly unit: string } | null
  /** What a paused limit waits for. */
  readonly why?: Text | null
}

/**
 * What a template may use. Nothing personal: number, item, stage and window names, due dates with
 * reasons. Free texts (reply, question, office in charge) are fetched by id when the mail is made, for the expert's own.
 */
export interface NoticeParams {
  readonly number: string
  readonly item: Text
  readonly stage: Text | null
  readonly window: string | null
  readonly status: Text
  readonly dues: readonly NoticeDue[]
  /** Of a moved date. */
  readonly moved: {
    readonly clock: NoticeDue['clock']
    readonly from: Instant | null
    readonly to: Instant | null
    readonly why: Text
  } | null
  readonly materials: readonly Text[]
  readonly outcome: Text | null
  /** Id of the text that names the office in charge of what was not accepted. */
  readonly officeInChargeTextId: string | null
  readonly rung: { readonly code: string; readonly colour: 'yellow' | 'red' | null; readonly clock: Text } | null
  readonly reason: Text | null
  /** When a pause ends at the latest; left out where the notice tells of none. */
  readonly until?: Instant
  /** When the pause that the notice tells of began. */
  readonly since?: Instant
  /** What follows where the expert lets a limit of their own pass. */
  readonly consequence?: Text
  /** Id of a free text that the reader may see. */
  readonly textId: string | null
}

/** A notice of one event before it is addressed: one row a recipient. */
export interface Wanted {
  readonly kind: NoticeKind
  readonly to: readonly Recipient[]
  readonly params: NoticeParams
}

/** One row of the outbox before recipients are persons. */
export interface Notice {
  readonly seq: number
  readonly at: Instant
  readonly kind: NoticeKind
  readonly recipient: Recipient
  readonly params: NoticeParams
  /** Staff mails go out in office hours only: the earliest instant in case time. */
  readonly notBefore: Instant
}
