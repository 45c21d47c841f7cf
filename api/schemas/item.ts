import { z } from 'zod'
import { UNITS } from '../../domain/clocks/types.ts'
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

/** What a person needs to know to file: form, materials, limits, stages with their outcomes. */
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
    stages: z.array(
      z.object({
        code: z.string(),
        name: textSchema,
        purpose: textSchema,
        workingLimit: amountSchema,
        outcomes: z.array(z.object({ code: z.string(), name: textSchema })),
      }),
    ),
  })
  .meta({ id: 'Item' })
