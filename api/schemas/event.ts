import { z } from 'zod'
import { AUDIENCES } from '../../domain/case/audience.ts'
import { instantOut, textSchema } from './input.ts'
import { personRefSchema } from './case.ts'

/** One line of an appeal's history, as far as the reader may see it. */
export const eventSchema = z
  .object({
    seq: z.int(),
    at: instantOut,
    type: z.string(),
    name: textSchema,
    text: textSchema.nullable().meta({ description: 'the event as a sentence; null where its name or its free text says it all' }),
    audience: z.enum(AUDIENCES),
    actor: z.object({
      kind: z.enum(['expert', 'staff', 'timer', 'system']),
      id: z.string().nullable().optional(),
      name: z.string().nullable().optional(),
    }),
    actingFor: personRefSchema.nullable(),
    task: z.object({ id: z.string(), stage: z.string(), window: z.string(), windowName: textSchema }).nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })
