import type { Age, PresentFigure, Rate } from '../../../domain/figures/figures.ts'
import type { OrderKind } from '../../../domain/figures/order-states.ts'
import type { Text } from '../../../domain/text.ts'
import type { Appeal } from './appeal.ts'
import type { PersonRef, StaffDues, Task } from './task.ts'

/** A number, with the query of the API that lists what it counts. */
export interface Counted {
  readonly count: number
  readonly list: string
}

export interface FigureCount extends Counted {
  readonly figure: PresentFigure
  readonly name: Text
  readonly meaning: Text
}

export interface WindowFigures {
  readonly window: string
  readonly windowName: Text
  readonly figures: Readonly<Record<PresentFigure, Counted>>
  readonly items: readonly { readonly item: string; readonly open: Counted; readonly overdue: Counted }[]
}

export interface OrderCounts {
  readonly kind: OrderKind
  readonly name: Text
  readonly unanswered: Counted
  readonly late: Counted
  readonly answered: Counted
}

/** The board of now. */
export interface Figures {
  readonly at: string
  readonly figures: readonly FigureCount[]
  readonly ages: readonly ({ readonly age: Age } & Counted)[]
  readonly items: readonly { readonly item: string; readonly name: Text }[]
  readonly windows: readonly WindowFigures[]
  readonly orders: readonly OrderCounts[]
}

export interface RateMonth {
  readonly month: string
  readonly share: Counted
  readonly of: Counted
  readonly percent: number | null
}

export interface RateRow {
  readonly rate: Rate
  readonly name: Text
  readonly meaning: Text
  readonly months: readonly RateMonth[]
}

export interface Rates {
  readonly months: readonly { readonly month: string; readonly received: Counted; readonly closed: Counted }[]
  readonly rates: readonly RateRow[]
}

export interface Load {
  readonly people: readonly { readonly person: PersonRef; readonly held: Counted; readonly overdue: Counted }[]
}

export interface SupervisedOrder {
  readonly id: string
  readonly number: string
  readonly item: Text
  readonly kindName: Text
  readonly windowName: Text
  readonly issuedAt: string
  readonly issuedBy: PersonRef | null
  readonly dueAt: string | null
  readonly late: boolean
  readonly answeredAt: string | null
  readonly answer: string | null
}

export interface OrderPage {
  readonly orders: readonly SupervisedOrder[]
  readonly next: string | null
}

/** An appeal in a list behind a number. */
export interface SupervisedAppeal extends Appeal {
  readonly id: string
  readonly stageName: Text | null
  readonly window: string | null
  readonly windowName: Text | null
  readonly colour: 'green' | 'yellow' | 'red'
  readonly dues: StaffDues
  readonly tasks: readonly Pick<Task, 'id' | 'role' | 'window' | 'version' | 'assignee' | 'endedAt' | 'actions'>[]
}

export interface AppealPage {
  readonly appeals: readonly SupervisedAppeal[]
  readonly next: string | null
}

export interface StuckCase {
  readonly number: string
  readonly kind: string
  readonly name: Text
  readonly why: Text
  readonly todo: Text
  readonly since: string
}

export interface Health {
  readonly stuck: readonly StuckCase[]
}

export interface ExportJob {
  readonly id: string
  readonly status: 'running' | 'ready' | 'failed' | 'expired'
  readonly total: number
  readonly done: number
  readonly file: string | null
}

export interface BulkAnswer {
  readonly id: string
  readonly total: number
  readonly finished: boolean
  readonly beyond: boolean
  readonly results: readonly {
    readonly target: string
    readonly number: string
    readonly state: string
    readonly problem: (Text & { readonly code: string }) | null
  }[]
}
