import { z } from 'zod'
import { code, uuid } from '../schemas/input.ts'

/** Until uploads exist: a material is there, or promised for later. Exactly one of the two is true. */
const material = z.strictObject({ code, provided: z.boolean().optional(), promised: z.boolean().optional() })

export const filingBody = z.strictObject({
  item: code,
  form: z.record(z.string().max(100), z.unknown()),
  materials: z.array(material).max(100).default([]),
  expertId: uuid.optional().meta({ description: 'Whom staff or a liaison file for; an expert files for themself' }),
  confirmDuplicate: z.boolean().default(false).meta({ description: 'A second open appeal for the same item is meant' }),
})

export type FilingBody = z.output<typeof filingBody>
