import { z } from 'zod'
import { STAFF_ROLES, ROLES } from '../../domain/people/roles.ts'
import { LANGUAGES } from '../../domain/text.ts'

export const grantSchema = z.object({
  role: z.enum(STAFF_ROLES),
  windows: z.array(z.string()),
  stations: z.array(z.string()),
  actingFor: z.string().nullable().meta({ description: 'Staff id of the absent colleague whose substitute this person is' }),
})

/** The signed-in person. */
export const personSchema = z
  .object({
    kind: z.enum(['expert', 'staff']),
    id: z.string(),
    username: z.string().nullable(),
    name: z.string(),
    language: z.enum(LANGUAGES),
    roles: z.array(z.enum(ROLES)),
    grants: z.array(grantSchema),
  })
  .meta({ id: 'Person' })
