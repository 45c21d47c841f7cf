import { z } from 'zod'
import { BULK_STATES } from '../../prisma/stores/bulk-store.ts'
import { reference, textSchema } from './input.ts'
import { taskNarrowing, taskView } from './task-query.ts'

const MOST = 500

/** One command on many: on the tasks named, on the appeals named, or on all tasks that match. */
export const bulkBody = z
  .strictObject({
    command: z.string().max(40).meta({ description: 'the kind of a command, as in `actions`' }),
    body: z.record(z.string(), z.unknown()).default({}).meta({ description: 'its body without `version`' }),
    tasks: z
      .array(z.strictObject({ id: reference, version: z.int().min(1).optional() }))
      .min(1)
      .max(MOST)
      .optional(),
    appeals: z.array(reference).min(1).max(MOST).optional(),
    filter: z
      .strictObject({ view: taskView, ...taskNarrowing })
      .optional()
      .meta({ description: 'as the list of tasks takes it; the first 500 by the order of the list' }),
  })
  .refine((body) => [body.tasks, body.appeals, body.filter].filter((each) => each !== undefined).length === 1, { path: ['tasks'] })

export type BulkBody = z.output<typeof bulkBody>

export const bulkSchema = z
  .object({
    id: z.string(),
    command: z.string(),
    total: z.int(),
    finished: z.boolean().meta({ description: 'false: post to `/api/bulk/:id/continuation` for the next part' }),
    beyond: z.boolean().meta({ description: 'true where more matched than one press takes' }),
    results: z.array(
      z.object({
        target: z.string(),
        number: z.string(),
        state: z.enum(BULK_STATES),
        problem: textSchema.extend({ code: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Bulk' })
