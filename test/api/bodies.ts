import type { z } from 'zod'
import type { actionSchema, appealDetailSchema, clockSchema, taskDetailSchema } from '../../api/schemas/case.ts'
import type { deadlinesSchema } from '../../api/schemas/deadlines.ts'
import type { eventSchema } from '../../api/schemas/event.ts'
import type { timeSchema } from '../../api/schemas/time.ts'

/** Bodies of answers as tests read them. */
export type AppealBody = z.output<typeof appealDetailSchema>
export type TaskBody = z.output<typeof taskDetailSchema>
export type ActionBody = z.output<typeof actionSchema>
export type ClockBody = z.output<typeof clockSchema>
export type EventBody = z.output<typeof eventSchema>
export type DeadlinesBody = z.output<typeof deadlinesSchema>
export type TimeBody = z.output<typeof timeSchema>
export type OutcomeBody = TaskBody['outcomes'][number]
export type MessageBody = AppealBody['messages'][number]
export type FormBody = AppealBody['form'][number]
export interface DecisionBody {
  readonly kind: string
  readonly number: string
}
export interface CellBody {
  readonly count: number
  readonly href: string
}
