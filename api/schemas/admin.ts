import { z } from 'zod'
import { STAFF_ROLES } from '../../domain/people/roles.ts'
import { LANGUAGES } from '../../domain/text.ts'
import { code, localDate, textSchema, uuid } from './input.ts'

const username = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\w.@-]+$/)
/** One line as it reads: no control characters, and no signs that turn the direction of writing. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u)
const password = z.string().min(10).max(200)
const bilingual = z.strictObject({ zh: name, en: name })

export const staffSchema = z
  .object({ id: z.string(), username: z.string(), name: z.string(), email: z.string(), language: z.enum(LANGUAGES), active: z.boolean() })
  .meta({ id: 'Staff' })

export const newStaff = z.strictObject({ username, name, email: z.email().max(254), language: z.enum(LANGUAGES).default('zh'), password })
export const staffChange = z.strictObject({
  username: username.optional(),
  name: name.optional(),
  email: z.email().max(254).optional(),
  language: z.enum(LANGUAGES).optional(),
  password: password.optional(),
  active: z.boolean().optional(),
})

export const membershipSchema = z
  .object({
    id: z.string(),
    staffId: z.string(),
    role: z.enum(STAFF_ROLES),
    window: z.string().nullable(),
    station: z.string().nullable(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Membership' })

export const newMembership = z.strictObject({
  staffId: uuid,
  role: z.enum(STAFF_ROLES),
  window: code.optional(),
  station: code.optional(),
  validFrom: localDate.optional().meta({ description: 'today where it is left out' }),
  validTo: localDate.nullable().optional(),
})
export const membershipChange = z.strictObject({ validFrom: localDate.optional(), validTo: localDate.nullable().optional() })

export const windowSchema = z
  .object({
    code: z.string(),
    department: z.string(),
    function: z.string(),
    station: z.string(),
    calendar: z.string(),
    name: textSchema,
    active: z.boolean(),
  })
  .meta({ id: 'Window' })

export const newWindow = z.strictObject({
  code,
  department: code,
  function: code,
  station: code,
  calendar: code.optional(),
  name: bilingual,
})
export const windowChange = z.strictObject({ name: bilingual.optional(), calendar: code.optional(), active: z.boolean().optional() })
