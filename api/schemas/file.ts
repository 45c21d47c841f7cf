import { z } from 'zod'
import { instantOut } from './input.ts'

const fileShape = {
  id: z.string(),
  name: z.string().meta({ description: 'as it is shown and saved' }),
  type: z.string().meta({ description: 'media type, found from the bytes' }),
  size: z.int().meta({ description: 'bytes' }),
  at: instantOut,
  href: z.string().meta({ description: 'where it is downloaded' }),
}

/** A file of a material of an appeal. */
export const materialFileSchema = z
  .object({
    ...fileShape,
    from: z.enum(['expert', 'staff']),
    by: z.object({ id: z.string(), name: z.string().nullable() }).nullable().meta({ description: 'null for experts, who see no persons' }),
  })
  .meta({ id: 'MaterialFile' })

/** An upload that waits to be filed. */
export const uploadSchema = z
  .object({ ...fileShape, expiresAt: instantOut.meta({ description: 'when it is given up, unless it is filed' }) })
  .meta({ id: 'Upload' })
