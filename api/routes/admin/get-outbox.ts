import { z } from 'zod'
import { MAIL_STATES } from '../../../domain/notices/delivery-words.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, pageQuery, reference } from '../../schemas/input.ts'
import { mailSchema } from '../../schemas/outbox.ts'
import { outboxView } from '../../views/outbox-view.ts'

/** The mails of the outbox, newest first, and how many are not delivered. */
export const getOutbox = defineRoute({
  method: 'get',
  path: '/api/admin/outbox',
  tag: 'administration',
  summary: { zh: '邮件发件箱', en: 'The outbox of mails' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    ...pageQuery,
    cursor: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    status: z.enum(MAIL_STATES).optional(),
    number: reference.optional(),
  }),
  body: nothing,
  answers: {
    200: z.object({
      mails: z.array(mailSchema),
      next: z.string().nullable(),
      counts: z.array(z.object({ status: z.enum(MAIL_STATES), count: z.int() })).meta({ description: 'those not delivered, by state' }),
    }),
  },
  handler: async ({ deps, query, at }) => {
    const { cursor, limit, status, number } = query
    const [rows, counts] = await Promise.all([
      deps.outbox.list({
        after: cursor ?? null,
        limit: limit + 1,
        ...(status === undefined ? {} : { status }),
        ...(number === undefined ? {} : { number }),
      }),
      deps.outbox.counts(),
    ])
    const mails = rows.slice(0, limit)
    const names = await deps.staffNames(mails.filter((row) => row.recipientKind === 'staff').map((row) => row.recipientId))
    return answer(200, {
      mails: mails.map((row) => outboxView(row, names, at)),
      next: rows.length > limit ? (mails.at(-1)?.id ?? null) : null,
      counts: MAIL_STATES.filter((state) => state !== 'accepted').map((state) => ({ status: state, count: counts.get(state) ?? 0 })),
    })
  },
})
