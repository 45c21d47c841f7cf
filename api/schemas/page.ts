import { z } from 'zod'
import { appealSchema, taskSchema } from './case.ts'

const next = z.string().nullable().meta({ description: 'cursor of the next page' })

export const appealPageSchema = z.object({ appeals: z.array(appealSchema), next })
export const taskPageSchema = z.object({ tasks: z.array(taskSchema), next })
