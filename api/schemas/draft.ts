import { z } from 'zod'
import { code, instantOut, textSchema, uuid } from './input.ts'

/** What a person typed so far, whether it is right is asked when it is sent; bounded like a filing. */
export const draftBody = z.strictObject({
  form: z
    .record(z.string().max(100), z.union([z.string().max(8000), z.number(), z.boolean()]))
    .refine((form) => Object.keys(form).length <= 200)
    .default({}),
  materials: z
    .array(
      z.strictObject({
        code,
        provided: z.boolean().optional(),
        promised: z.boolean().optional(),
        files: z
          .array(z.strictObject({ id: uuid, name: z.string().max(255), size: z.int().min(0) }))
          .max(50)
          .optional(),
      }),
    )
    .max(100)
    .default([]),
})

export const draftSchema = z
  .object({
    item: z.string(),
    itemName: textSchema.nullable().meta({ description: 'null where the item is no longer offered' }),
    form: z.record(z.string(), z.unknown()),
    materials: z.array(z.record(z.string(), z.unknown())),
    savedAt: instantOut.meta({ description: 'real time' }),
  })
  .meta({ id: 'Draft' })
