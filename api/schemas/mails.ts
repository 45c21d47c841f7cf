import { z } from 'zod'
import { MAIL_STATES } from '../../domain/notices/delivery-words.ts'
import { instantOut, textSchema } from './input.ts'

/** Who got a mail: what they are to the appeal, and for staff their name. */
const recipientSchema = z.object({
  kind: z.enum(['expert', 'liaison', 'leader-contact', 'staff']),
  role: textSchema,
  name: z.string().nullable(),
})

/** The mails about one appeal, as far as the reader may know of them. */
export const mailsSchema = z
  .object({
    number: z.string(),
    mails: z.array(
      z.object({
        id: z.string(),
        seq: z.int().meta({ description: 'the event it tells of' }),
        at: instantOut,
        kind: z.string(),
        name: textSchema,
        to: recipientSchema,
        status: z.enum(MAIL_STATES),
        text: textSchema.meta({ description: 'where its delivery stands, in plain words' }),
        attempts: z.int(),
        sentAt: instantOut.nullable().meta({ description: 'real time at which the mail server took it' }),
      }),
    ),
  })
  .meta({ id: 'Mails' })
