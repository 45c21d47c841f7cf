import type { TaskRole, TaskStatus } from '../../../domain/case/state.ts'
import type { PauseReason } from '../../../domain/clocks/pause-reasons.ts'
import type { Amount } from '../../../domain/clocks/types.ts'
import type { Tier } from '../../../domain/routing/item.ts'
import type { Text } from '../../../domain/text.ts'
import type { Action, Due, FormAnswer, MaterialOf, Message } from './appeal.ts'

export interface PersonRef {
  readonly id: string
  readonly name: string | null
}

export interface Outcome {
  readonly code: string
  readonly name: Text
  readonly needsOfficeInCharge: boolean
  readonly leadsTo: Text & { readonly kind: 'stage' | 'close' | 'ask-expert' }
}

/** A limit as the offices read it. */
export interface StaffDue extends Due {
  readonly remaining: (Amount & { readonly exhausted: boolean }) | null
  readonly overdueBy: Amount | null
  readonly pause: { readonly reason: PauseReason; readonly reasonText: Text; readonly until: string | null } | null
}

export interface StaffDues {
  readonly legal: StaffDue | null
  readonly promised: StaffDue | null
  readonly stage: StaffDue | null
}

/** A task as commands answer it. */
export interface Task {
  readonly id: string
  readonly role: TaskRole
  readonly stage: string
  readonly stageName: Text
  readonly window: string
  readonly windowName: Text
  readonly status: TaskStatus
  readonly version: number
  readonly dueAt: string | null
  readonly endedAt: string | null
  readonly assignee: PersonRef | null
  readonly delegate: PersonRef | null
  readonly actions: readonly Action[]
  readonly appeal: {
    readonly number: string
    readonly id: string
    readonly item: string
    readonly itemName: Text
    readonly changedAt: string
  }
  readonly purpose: Text
  readonly dues: StaffDues
  readonly outcomes: readonly Outcome[]
}

/** A task in a list. */
export interface ListedTask extends Task {
  readonly expert: { readonly tier: Tier; readonly name: string | null }
  readonly present: readonly PersonRef[]
}

export interface TaskPage {
  readonly tasks: readonly ListedTask[]
  readonly next: string | null
}

export interface Pending {
  readonly pause: { readonly reasonText: Text; readonly until: string } | null
  readonly question: { readonly id: string; readonly askedAt: string } | null
  readonly wantedMaterials: readonly string[]
  readonly orders: readonly {
    readonly id: string
    readonly kind: 'urge' | 'supervise'
    readonly issuedAt: string
    readonly answeredAt: string | null
  }[]
  readonly extensionRequest: { readonly id: string; readonly amount: number; readonly askedAt: string } | null
  readonly arbitration: { readonly id: string; readonly askedAt: string } | null
}

/** A task in full. */
export interface TaskDetail extends Task {
  readonly expert: { readonly tier: Tier; readonly name: string | null }
  readonly form: readonly FormAnswer[]
  readonly materials: readonly MaterialOf[]
  readonly messages: readonly (Message & { readonly by: PersonRef | null })[]
  readonly pending: Pending
  /** What the person may do now with the appeal as a whole. */
  readonly appealActions: readonly Action[]
}
