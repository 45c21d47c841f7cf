import type { Audience } from '../../../domain/case/audience.ts'
import type { StagePlace } from '../../../domain/case/stage-walk.ts'
import type { HolderKind } from '../../../domain/case/time-ledger.ts'
import type { MailState } from '../../../domain/notices/delivery-words.ts'
import type { CloseResult, Tier } from '../../../domain/routing/item.ts'
import type { Text } from '../../../domain/text.ts'
import type { AppealDetail, EventLine, ExplainedClock, MaterialOf, Message } from './appeal.ts'
import type { SentFile } from './file.ts'
import type { Pending, PersonRef, StaffDues } from './task.ts'

/** A task as an appeal lists it. */
export interface TaskBrief {
  readonly id: string
  readonly role: 'lead' | 'co-handler'
  readonly stageName: Text
  readonly windowName: Text
  readonly version: number
  readonly endedAt: string | null
  readonly assignee: PersonRef | null
  readonly actions: readonly { readonly kind: string }[]
}

/** An appeal in full as the offices read it. */
export interface CaseDetail extends Omit<AppealDetail, 'materials' | 'pending' | 'messages'> {
  readonly stageName: Text | null
  readonly window: string | null
  readonly windowName: Text | null
  readonly acceptedAt: string | null
  readonly result: CloseResult | null
  readonly officeInCharge: string | null
  readonly item: { readonly code: string; readonly version: number; readonly name: Text }
  readonly dues: StaffDues
  readonly tasks: readonly TaskBrief[]
  readonly expert: { readonly id: string; readonly tier: Tier; readonly name: string | null }
  readonly materials: readonly (MaterialOf & { readonly files: readonly SentFile[] })[]
  readonly pending: Pending
  readonly messages: readonly (Message & { readonly by: PersonRef | null })[]
}

/** A line of the history as the offices read it. */
export interface CaseEventLine extends EventLine {
  readonly audience: Audience
  readonly actor: { readonly kind: 'expert' | 'staff' | 'timer' | 'system'; readonly name?: string | null }
  readonly actingFor: PersonRef | null
}

/** A rung of a clock's ladder, and where it stands. */
export interface RungLine {
  readonly code: string
  readonly at: string | null
  readonly state: 'armed' | 'fired' | 'cancelled'
  readonly rule: Text | null
  readonly text: Text
}

/** A clock with all that led to its date. */
export interface CaseClock extends ExplainedClock {
  readonly windowName: Text | null
  readonly calendar: { readonly name: Text; readonly version: string }
  readonly verdict: { readonly outcome: 'in-time' | 'late' | 'ran-out'; readonly text: Text } | null
  readonly cards: readonly {
    readonly colour: 'yellow' | 'red'
    readonly shownAt: string
    readonly withdrawnAt: string | null
    readonly text: Text
  }[]
  readonly rungs: readonly RungLine[]
}

export interface HolderTime {
  readonly holder: HolderKind
  readonly window: string | null
  readonly name: Text
  readonly minutes: number
}

export interface HolderSpan extends HolderTime {
  readonly from: string
  readonly to: string
  readonly stageName: Text | null
  readonly reasonText: Text | null
}

/** Whose the time of an appeal was, in minutes of office hours. */
export interface TimeLedger {
  readonly calendar: { readonly name: Text }
  readonly provisional: boolean
  readonly totalMinutes: number
  readonly holders: readonly HolderTime[]
  readonly spans: readonly HolderSpan[]
}

export interface WalkedStage {
  readonly code: string
  readonly name: Text
  readonly purpose: Text
  readonly place: StagePlace
  readonly windowName: Text
  readonly visits: readonly {
    readonly visit: number
    readonly enteredAt: string
    readonly leftAt: string | null
    readonly outcome: Text | null
  }[]
}

/** The walk of an appeal through its item, and why it is where it is. */
export interface RouteWalk {
  readonly item: { readonly version: number; readonly name: Text; readonly legalBasis: Text }
  readonly stages: readonly WalkedStage[]
  readonly why: {
    readonly accountable: Text | null
    readonly dispatches: readonly { readonly seq: number; readonly at: string; readonly open: boolean; readonly lines: readonly Text[] }[]
  }
}

export interface CaseMail {
  readonly id: string
  readonly at: string
  readonly name: Text
  readonly to: { readonly role: Text; readonly name: string | null }
  readonly status: MailState
  readonly text: Text
  readonly sentAt: string | null
}
