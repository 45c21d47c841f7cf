import { z } from 'zod'
import { FILE_LIMITS } from '../files/file-limits.ts'
import { code, uuid } from '../schemas/input.ts'

/** A material is there, with the uploads that hold it or on paper, or promised for later: exactly one of the two is true. */
const material = z.strictObject({
  code,
  provided: z.boolean().optional(),
  promised: z.boolean().optional(),
  files: z
    .array(uuid.transform((id) => id.toLowerCase()))
    .max(FILE_LIMITS.ofMaterial)
    .optional()
    .meta({ description: 'ids of own uploads (POST /api/uploads) that are this material' }),
})

export const filingBody = z.strictObject({
  item: code,
  form: z.record(z.string().max(100), z.unknown()),
  materials: z.array(material).max(100).default([]),
  expertId: uuid.optional().meta({ description: 'Whom staff or a liaison file for; an expert files for themself' }),
  confirmDuplicate: z.boolean().default(false).meta({ description: 'A second open appeal for the same item is meant' }),
})

export type FilingBody = z.output<typeof filingBody>
