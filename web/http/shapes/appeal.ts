import type { CaseStatus, MaterialState } from '../../../domain/case/state.ts'
import type { ClockKind } from '../../../domain/clocks/types.ts'
import type { Text } from '../../../domain/text.ts'

/** What the asking person may do now. */
export interface Action {
  readonly kind: string
  readonly name: Text
  readonly href: string
}

/** One limit as it stands now. */
export interface Due {
  readonly clockId: string | null
  readonly name: Text
  readonly state: 'awaiting-acceptance' | 'running' | 'paused' | 'expired' | 'stopped'
  readonly dueAt: string | null
  readonly colour: 'green' | 'yellow' | 'red'
  readonly text: Text
}

export interface Dues {
  readonly legal: Due | null
  readonly promised: Due | null
  readonly stage: Due | null
}

export interface Clock {
  readonly id: string
  readonly kind: ClockKind
  readonly name: Text
  readonly dueAt: string | null
  readonly paused: boolean
  readonly expired: boolean
  readonly stoppedAt: string | null
  readonly text: Text
}

/** An appeal as filing, commands and lists answer it. */
export interface Appeal {
  readonly number: string
  readonly item: { readonly code: string; readonly name: Text }
  readonly status: CaseStatus
  readonly statusText: Text
  readonly version: number
  readonly receivedAt: string
  readonly closedAt: string | null
  readonly rating: number | null
  readonly dues: Dues
  readonly clocks: readonly Clock[]
  readonly actions: readonly Action[]
}

export interface FormAnswer {
  readonly code: string
  readonly label: Text
  readonly withheld: boolean
  readonly value?: unknown
  readonly text: Text | null
}

export interface FileRef {
  readonly id: string
  readonly name: string
  readonly size: number
}

export interface MaterialOf {
  readonly code: string
  readonly name: Text
  readonly required: boolean
  readonly deferrable: boolean
  readonly state: MaterialState
  readonly files?: readonly FileRef[]
}

export interface Message {
  readonly at: string
  readonly type: string
  readonly kind: string
  readonly from: 'expert' | 'staff' | 'timer' | 'system'
  readonly text: string
}

/** One appeal in full, as far as its reader may see it. */
export interface AppealDetail extends Appeal {
  readonly form: readonly FormAnswer[]
  readonly materials: readonly MaterialOf[]
  readonly pending: {
    readonly question: { readonly id: string; readonly askedAt: string } | null
    readonly wantedMaterials: readonly string[]
  }
  readonly messages: readonly Message[]
}

/** One line of the history. */
export interface EventLine {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly name: Text
  readonly text: Text | null
  readonly actor: { readonly kind: 'expert' | 'staff' | 'timer' | 'system' }
  readonly task: { readonly windowName: Text } | null
  readonly data: Readonly<Record<string, unknown>>
}

/** One clock with its date as a sum, line by line. */
export interface ExplainedClock extends Clock {
  readonly trace: readonly { readonly text: Text }[]
}

/** Whom the expert may turn to. */
export interface Contacts {
  readonly window: { readonly name: Text } | null
  readonly station: { readonly name: Text }
  readonly liaison: { readonly name: string; readonly email: string } | null
  readonly leaderContact: { readonly name: string } | null
}
