import type { NoticeDue } from './notice.ts'

export interface DueView {
  readonly label: string
  /** Date and time, or why there is none: paused, not begun, ended without one. */
  readonly date: string
  readonly running: boolean
  /** It has ended, in time or late. */
  readonly stopped: boolean
  /** It counts from the acceptance, which has not been yet. */
  readonly awaiting: boolean
  /** Budget left, with its unit; null where it is spent or not known. */
  readonly remaining: string | null
  readonly overdue: boolean
  /** How much it is or was late, with its unit. */
  readonly overdueBy: string | null
  /** The word for its colour; null where none is shown. */
  readonly colour: string | null
  readonly yellow: boolean
  readonly red: boolean
}

/** Name under which a template reaches one clock: `{{due.cure.date}}`. */
export const VIEW_DUES = {
  legal: 'legal',
  promised: 'promised',
  stage: 'stage',
  cure: 'cure',
  answer: 'answer',
  sign: 'sign',
  'order-reply': 'orderReply',
  'co-handling': 'coHandling',
  acceptance: 'acceptance',
  'extension-decision': 'extensionDecision',
} as const satisfies Record<NoticeDue['clock'], string>
export type ViewDue = (typeof VIEW_DUES)[NoticeDue['clock']]

/** All values of a mail in the reader's language. Null where the notice has no such value. */
export interface MailView {
  readonly number: string | null
  readonly link: string
  readonly item: string | null
  readonly stage: string | null
  readonly window: string | null
  readonly status: string | null
  readonly dues: readonly DueView[]
  readonly due: Record<ViewDue, DueView | null>
  /** `from` and `to` are null where there was or is no date. */
  readonly moved: { readonly label: string; readonly from: string | null; readonly to: string | null; readonly why: string } | null
  readonly materials: readonly string[]
  readonly outcome: string | null
  readonly officeInCharge: string | null
  readonly rung: { readonly code: string; readonly clock: string; readonly card: string | null } | null
  readonly reason: string | null
  /** When a pause ends at the latest. */
  readonly until: string | null
  /** When the pause that is told of began. */
  readonly since: string | null
  /** What follows where the expert lets the limit pass. */
  readonly consequence: string | null
  /** Free text of the other side (reply, question, answer); may have several lines. */
  readonly said: string | null
  readonly code: string | null
  readonly minutes: string | null
}

export function emptyView(): MailView {
  return {
    number: null,
    link: '',
    item: null,
    stage: null,
    window: null,
    status: null,
    dues: [],
    due: {
      legal: null,
      promised: null,
      stage: null,
      cure: null,
      answer: null,
      sign: null,
      orderReply: null,
      coHandling: null,
      acceptance: null,
      extensionDecision: null,
    },
    moved: null,
    materials: [],
    outcome: null,
    officeInCharge: null,
    rung: null,
    reason: null,
    until: null,
    since: null,
    consequence: null,
    said: null,
    code: null,
    minutes: null,
  }
}

/** Shape of a value a template may use: one value, a list, or members by name. */
export type Shape = 'value' | { readonly list: Shape } | { readonly members: Readonly<Record<string, Shape>> }

const DUE: Shape = {
  members: {
    label: 'value',
    date: 'value',
    running: 'value',
    stopped: 'value',
    awaiting: 'value',
    remaining: 'value',
    overdue: 'value',
    overdueBy: 'value',
    colour: 'value',
    yellow: 'value',
    red: 'value',
  },
}

/** What the loader checks templates against; one entry for each member of MailView. */
export const VIEW_SHAPE: { readonly members: Readonly<Record<keyof MailView, Shape>> } = {
  members: {
    number: 'value',
    link: 'value',
    item: 'value',
    stage: 'value',
    window: 'value',
    status: 'value',
    dues: { list: DUE },
    due: {
      members: {
        legal: DUE,
        promised: DUE,
        stage: DUE,
        cure: DUE,
        answer: DUE,
        sign: DUE,
        orderReply: DUE,
        coHandling: DUE,
        acceptance: DUE,
        extensionDecision: DUE,
      } satisfies Record<ViewDue, Shape>,
    },
    moved: { members: { label: 'value', from: 'value', to: 'value', why: 'value' } },
    materials: { list: 'value' },
    outcome: 'value',
    officeInCharge: 'value',
    rung: { members: { code: 'value', clock: 'value', card: 'value' } },
    reason: 'value',
    until: 'value',
    since: 'value',
    consequence: 'value',
    said: 'value',
    code: 'value',
    minutes: 'value',
  },
}

/** Whole blocks a template may place on a line of its own: `{{> dues}}`. */
export const MAIL_BLOCKS = ['dues', 'materials', 'said'] as const
export type MailBlock = (typeof MAIL_BLOCKS)[number]
