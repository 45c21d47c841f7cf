import { z } from 'zod'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { mailSchema } from '../../schemas/outbox.ts'
import { outboxView } from '../../views/outbox-view.ts'

/** Has a mail that could not be sent tried again, with a reason; who asked and why is kept. */
export const postResend = defineRoute({
  method: 'post',
  path: '/api/admin/outbox/:id/resend',
  tag: 'administration',
  summary: { zh: '重发失败的邮件', en: 'Send a failed mail again' },
  allow: ['administrator'],
  audit: 'write',
  key: 'optional',
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  query: nothing,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  answers: { 200: mailSchema },
  handler: async ({ deps, person, params, body, key, at }) => {
    if (!/^\d{1,18}$/.test(params.id)) throw problem('unknown-mail')
    const done = await deps.resends.resend({ noticeId: params.id, staffId: person.id, key, reason: body.reason, at })
    if (done === 'unknown') throw problem('unknown-mail')
    if (done === 'not-failed') throw problem('mail-not-failed')
    if (done === 'key-reused') throw problem('key-reused', { field: 'Idempotency-Key' })
    const row = await deps.outbox.byId(params.id)
    if (row === null) throw problem('unknown-mail')
    const names = await deps.staffNames(row.recipientKind === 'staff' ? [row.recipientId] : [])
    return answer(200, outboxView(row, names, at))
  },
})
