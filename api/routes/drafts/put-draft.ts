import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { draftBody, draftSchema } from '../../schemas/draft.ts'
import { code, nothing } from '../../schemas/input.ts'
import { draftView } from '../../views/draft-view.ts'

/** Keeps what the person typed so far; the draft before is replaced, so a repeat changes nothing. */
export const putDraft = defineRoute({
  method: 'put',
  path: '/api/drafts/:item',
  tag: 'drafts',
  summary: { zh: '保存草稿', en: 'Save a draft' },
  allow: rolesFor('FileAppeal'),
  audit: 'write',
  key: 'optional',
  params: z.strictObject({ item: code }),
  query: nothing,
  body: draftBody,
  answers: { 200: draftSchema },
  handler: async ({ deps, person, params, body }) => {
    const { items } = await deps.inForce()
    if (!items.has(params.item)) throw problem('unknown-item', { field: 'item' })
    const at = deps.realNow()
    await deps.drafts.save(person.id, params.item, body, at)
    return answer(200, draftView({ item: params.item, body, savedAt: new Date(at) }, items))
  },
})
