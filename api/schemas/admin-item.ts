import { z } from 'zod'
import { LEVELS } from '../../domain/routing/directory.ts'
import { CLOSE_RESULTS, RUNG_CLOCK_KINDS } from '../../domain/routing/item.ts'
import { instantOut, textSchema } from './input.ts'
import { amountSchema, itemSchema, itemSummarySchema } from './item.ts'

/** Which version of an item is in force, and where it comes from. */
export const adminItemSummarySchema = itemSummarySchema
  .extend({
    since: instantOut.nullable().meta({ description: 'case time; null where the file of the catalogue is in force' }),
    reason: z.string().nullable(),
    stages: z.int(),
  })
  .meta({ id: 'AdminItemSummary' })

export const windowSpecSchema = z.object({ department: z.string(), function: z.string(), level: z.enum(LEVELS), name: textSchema })

/** Where an outcome leads under which condition; the last row has none. */
const leadSchema = z.object({
  when: z.string().nullable(),
  to: z.enum(['stage', 'close', 'ask-expert']),
  stage: z.string().nullable(),
  result: z.enum(CLOSE_RESULTS).nullable(),
  name: textSchema,
})

const routeStageSchema = z.object({
  code: z.string(),
  name: textSchema,
  statusText: textSchema,
  window: windowSpecSchema,
  signLimit: amountSchema,
  workingLimit: amountSchema,
  returnLimit: amountSchema,
  coHandlers: z.array(z.object({ window: windowSpecSchema, when: z.string().nullable(), limit: amountSchema })),
  outcomes: z.array(z.object({ code: z.string(), name: textSchema, accepts: z.boolean(), leadsTo: z.array(leadSchema) })),
})

export const rungSchema = z
  .object({ code: z.string(), clock: z.enum(RUNG_CLOCK_KINDS), clockName: textSchema, rule: textSchema })
  .meta({ id: 'LadderRung' })

/** An item as administrators see it: what the public sees, its route through the windows and its ladder. */
export const routedItemSchema = itemSchema
  .extend({ start: z.string(), route: z.array(routeStageSchema), ladder: z.array(rungSchema) })
  .meta({ id: 'RoutedItem' })

export const adminItemSchema = z
  .object({
    item: routedItemSchema,
    text: z.string().meta({ description: 'the YAML that is in force' }),
    since: instantOut.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AdminItem' })

/** What came of checking the text of an item, line by line; the item is null where it has an error. */
export const itemCheckSchema = z
  .object({
    item: routedItemSchema.nullable(),
    present: z
      .object({ version: z.int(), text: z.string() })
      .nullable()
      .meta({ description: 'the version in force; null for an item that is new' }),
    problems: z.array(
      z.object({
        line: z.int(),
        place: z.string(),
        rule: z.string(),
        severity: z.enum(['error', 'warning']),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  })
  .meta({ id: 'ItemCheck' })
