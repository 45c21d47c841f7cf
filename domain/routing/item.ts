import type { Amount } from '../clocks/types.ts'
import type { Text } from '../text.ts'
import type { StaffRole } from '../people/roles.ts'
import type { WindowSpec } from './directory.ts'
import type { ItemExpiry } from './expiry.ts'

/** The service item (事项): everything that is a rule of one matter, as data (design 5). */
export interface ServiceItem {
  readonly code: string
  readonly version: number
  readonly name: Text
  readonly summary: Text
  readonly legalBasis: Text
  readonly form: readonly FormField[]
  readonly materials: readonly Material[]
  readonly limits: ItemLimits
  /** What the expiry of each clock does, where it is not the usual. */
  readonly expiry?: ItemExpiry
  readonly start: string
  readonly stages: readonly Stage[]
  readonly ladder: readonly Rung[]
}

export const FIELD_TYPES = ['text', 'long-text', 'integer', 'number', 'date', 'choice', 'boolean'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export interface FormField {
  readonly code: string
  readonly label: Text
  readonly type: FieldType
  readonly required: boolean
  /** Confidential answers are shown only to the windows that work on the appeal. */
  readonly confidential: boolean
  /** A fact may be used in conditions and travels with the case; only choice, boolean, integer and number, never confidential. */
  readonly fact: boolean
  readonly options?: readonly { readonly code: string; readonly label: Text }[]
  readonly min?: number
  /** Greatest value of a number, greatest length of a text in characters. */
  readonly max?: number
}

export interface Material {
  readonly code: string
  readonly name: Text
  readonly required: boolean
  /** May be promised instead of provided (容缺受理). */
  readonly deferrable: boolean
}

/** What starts a clock of the whole case. */
export const CLOCK_STARTS = ['receipt', 'acceptance'] as const
export type ClockStart = (typeof CLOCK_STARTS)[number]

export interface Limit extends Amount {
  readonly startsAt: ClockStart
}

export const TIERS = ['A', 'B', 'C'] as const
export type Tier = (typeof TIERS)[number]

export interface ItemLimits {
  /** From receipt; nothing said within it means deemed accepted. Null where the item has no acceptance step. */
  readonly acceptance: Amount | null
  /** Null where the matter is no licence. */
  readonly legal: Limit | null
  readonly promised: Readonly<Record<Tier, Limit>>
  /** The expert's time to supplement after a deficiency notice; ends at midnight. */
  readonly cure: Amount
  /** The expert's time to answer a question; ends at midnight. */
  readonly answer: Amount
  readonly aftercare: Amount
  readonly extension: ExtensionRule | null
}

export interface ExtensionRule {
  readonly maxTimes: number
  /** Greatest amount of one extension, in the unit of the legal limit (of the promised one where there is no legal). */
  readonly maxAmount: number
  /** Who decides, by length: the first row whose `upTo` is not exceeded. */
  readonly decidedBy: readonly { readonly upTo: number; readonly role: StaffRole }[]
  readonly decisionLimit: Amount
}

export const EXPIRY_EFFECTS = ['nothing', 'deemed-accepted', 'deemed-consent', 'lapse'] as const
export type ExpiryEffect = (typeof EXPIRY_EFFECTS)[number]

export interface Stage {
  readonly code: string
  readonly name: Text
  readonly purpose: Text
  /** What the expert reads while the appeal is here. */
  readonly statusText: Text
  readonly window: WindowSpec
  readonly signLimit: Amount
  readonly workingLimit: Amount
  /** Within which a window may return the task as not its own; from dispatch. */
  readonly returnLimit: Amount
  readonly coHandlers: readonly CoHandlerSpec[]
  readonly outcomes: readonly Outcome[]
  readonly onExpiry: ExpiryEffect
}

export interface CoHandlerSpec {
  readonly window: WindowSpec
  /** FEEL condition on facts; absent means always. */
  readonly when?: string
  readonly limit: Amount
}

export const CLOSE_RESULTS = ['settled', 'partly-settled', 'explained', 'withdrawn', 'lapsed', 'not-accepted'] as const
export type CloseResult = (typeof CLOSE_RESULTS)[number]

/** Where an outcome leads: another stage, a close, or a question to the expert (the stage stays). */
export type Target =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'close'; readonly result: CloseResult }
  | { readonly kind: 'ask-expert' }

export interface Outcome {
  readonly code: string
  readonly name: Text
  /** First row whose condition holds; the last has no `when`, so that the outcome always leads somewhere. */
  readonly leadsTo: readonly { readonly when?: string; readonly target: Target }[]
  /** True where this outcome is the acceptance of the appeal (受理). */
  readonly accepts: boolean
  /** A close as not accepted names the office that is in charge; then this is demanded of the completion. */
  readonly needsOfficeInCharge: boolean
}

/** One rung of the escalation ladder (design 7). */
export interface Rung {
  readonly code: string
  readonly clock: RungClockKind
  readonly offset: RungOffset
  readonly condition: RungCondition
  readonly actions: readonly RungAction[]
}

export const RUNG_CLOCK_KINDS = [
  'sign',
  'stage',
  'acceptance',
  'legal',
  'promised',
  'co-handling',
  'cure',
  'answer',
  'order-reply',
  'extension-decision',
] as const
export type RungClockKind = (typeof RUNG_CLOCK_KINDS)[number]

/** In budget units before (negative) or after (positive) the due instant, or a percentage of the budget that is spent. */
export type RungOffset =
  | { readonly kind: 'units'; readonly amount: number; readonly unit: Amount['unit'] }
  | { readonly kind: 'percent'; readonly percent: number }

export const RUNG_CONDITIONS = ['any', 'unsigned', 'unclaimed', 'unfinished'] as const
export type RungCondition = (typeof RUNG_CONDITIONS)[number]

export const NOTIFY_ROLES = [
  'assignee',
  'window-lead',
  'department-head',
  'station-supervisor',
  'province-supervisor',
  'leader-contact',
  'liaison',
  'expert',
  'decider',
] as const
export type NotifyRole = (typeof NOTIFY_ROLES)[number]

export type RungAction =
  | { readonly kind: 'notify'; readonly roles: readonly NotifyRole[] }
  | { readonly kind: 'card'; readonly colour: 'yellow' | 'red' }
  | { readonly kind: 'order'; readonly order: 'urge' | 'supervise'; readonly replyLimit: Amount }
  | { readonly kind: 'reassign'; readonly to: 'fallback-window' }
  | { readonly kind: 'raise' }
