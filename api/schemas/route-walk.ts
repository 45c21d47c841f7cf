import { z } from 'zod'
import { STAGE_PLACES } from '../../domain/case/stage-walk.ts'
import { instantOut, textSchema } from './input.ts'

/** How an appeal has walked through its item, and why it is where it is. */
export const routeWalkSchema = z
  .object({
    number: z.string(),
    version: z.int(),
    item: z.object({ code: z.string(), version: z.int(), name: textSchema, legalBasis: textSchema }),
    stages: z.array(
      z.object({
        code: z.string(),
        name: textSchema,
        purpose: textSchema,
        place: z.enum(STAGE_PLACES).meta({ description: 'possible: reachable from where the appeal is' }),
        window: z.string(),
        windowName: textSchema.meta({ description: 'of the window that had its lead task last, else the one it would go to' }),
        visits: z.array(z.object({ visit: z.int(), enteredAt: instantOut, leftAt: instantOut.nullable(), outcome: textSchema.nullable() })),
      }),
    ),
    why: z.object({
      accountable: textSchema.nullable().meta({ description: 'why another window than that of the task is accountable' }),
      dispatches: z
        .array(
          z.object({
            seq: z.int(),
            at: instantOut,
            taskId: z.string(),
            open: z.boolean(),
            lines: z
              .array(textSchema)
              .meta({ description: 'the rule that routed it: outcome, conditions with their results, how the window was found' }),
          }),
        )
        .meta({ description: 'every dispatch, oldest first' }),
    }),
  })
  .meta({ id: 'RouteWalk' })
