import { z } from 'zod'
import { TIERS } from '../../domain/routing/item.ts'
import { appealSchema, personRefSchema, taskSchema } from './case.ts'

const next = z.string().nullable().meta({ description: 'cursor of the next page' })

export const appealPageSchema = z.object({ appeals: z.array(appealSchema), next })
/** A task in a list. */
const listedTaskSchema = taskSchema
  .extend({
    expert: z.object({ tier: z.enum(TIERS), name: z.string().nullable() }),
    present: z.array(personRefSchema).meta({ description: 'who has it open at this moment' }),
  })
  .meta({ id: 'ListedTask' })

export const taskPageSchema = z.object({ tasks: z.array(listedTaskSchema), next })
