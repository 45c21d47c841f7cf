import { z } from 'zod'

export const fieldErrorSchema = z.object({ field: z.string(), rule: z.string(), zh: z.string(), en: z.string() })

/** RFC 9457 document of every refusal and fault. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().meta({ description: "In the reader's language" }),
    detailZh: z.string(),
    detailEn: z.string(),
    field: z.string().optional(),
    errors: z.array(fieldErrorSchema).optional(),
    state: z.unknown().optional().meta({ description: 'A stale press: the present state' }),
  })
  .meta({ id: 'Problem' })
