import { z } from 'zod'
import { UNITS } from '../../domain/clocks/types.ts'
import { CLOCK_EFFECTS, EXPIRING_KINDS } from '../../domain/routing/expiry.ts'
import { FIELD_TYPES } from '../../domain/routing/item.ts'
import { textSchema } from './input.ts'

export const amountSchema = z.object({ amount: z.number(), unit: z.enum(UNITS) }).meta({ id: 'Amount' })

export const itemSummarySchema = z
  .object({ code: z.string(), version: z.int(), name: textSchema, summary: textSchema })
  .meta({ id: 'ItemSummary' })

const fieldSchema = z.object({
  code: z.string(),
  label: textSchema,
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  confidential: z.boolean(),
  options: z.array(z.object({ code: z.string(), label: textSchema })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
})

/** What happens when a limit passes, by code and in words. */
const effectSchema = z.object({ effect: z.enum(CLOCK_EFFECTS), meaning: textSchema })

/** What a person needs to know to file: form, materials, limits and what follows when they pass, stages with their outcomes. */
export const itemSchema = itemSummarySchema
  .extend({
    legalBasis: textSchema,
    form: z.array(fieldSchema),
    materials: z.array(z.object({ code: z.string(), name: textSchema, required: z.boolean(), deferrable: z.boolean() })),
    limits: z.object({
      acceptance: amountSchema.nullable(),
      legal: amountSchema.nullable(),
      promised: z.record(z.string(), amountSchema),
      cure: amountSchema,
      answer: amountSchema,
      aftercare: amountSchema,
    }),
    expiry: z.array(effectSchema.extend({ clock: z.enum(EXPIRING_KINDS) })),
    stages: z.array(
      z.object({
        code: z.string(),
        name: textSchema,
        purpose: textSchema,
        workingLimit: amountSchema,
        expiry: effectSchema,
        outcomes: z.array(z.object({ code: z.string(), name: textSchema })),
      }),
    ),
  })
  .meta({ id: 'Item' })
