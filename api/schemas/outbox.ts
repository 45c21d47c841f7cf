import { z } from 'zod'
import { MAIL_STATES } from '../../domain/notices/delivery-words.ts'
import { instantOut, textSchema } from './input.ts'

/** One mail of the outbox: what, to whom and where it stands, without its words and without the address. */
export const mailSchema = z
  .object({
    id: z.string(),
    number: z.string().nullable().meta({ description: 'number of the appeal; null for a sign-in code' }),
    kind: z.string(),
    name: textSchema,
    recipient: z.object({ kind: z.enum(['expert', 'staff', 'role']), id: z.string(), name: z.string().nullable() }),
    status: z.enum(MAIL_STATES),
    statusText: textSchema,
    attempts: z.int(),
    at: instantOut.meta({ description: 'case time of what it tells' }),
    sentAt: instantOut.nullable().meta({ description: 'real time' }),
    nextAttemptAt: instantOut.nullable().meta({ description: 'real time; null where no further try follows' }),
    error: z.string().nullable(),
    resent: z.int().meta({ description: 'how often somebody had it sent again' }),
    mayResend: z.boolean(),
  })
  .meta({ id: 'OutboxMail' })
