import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { draftSchema } from '../../schemas/draft.ts'
import { code, nothing } from '../../schemas/input.ts'
import { draftView } from '../../views/draft-view.ts'

/** The person's draft for one item. */
export const getDraft = defineRoute({
  method: 'get',
  path: '/api/drafts/:item',
  tag: 'drafts',
  summary: { zh: '某事项的草稿', en: 'My draft for one item' },
  allow: rolesFor('FileAppeal'),
  audit: 'own',
  key: 'none',
  params: z.strictObject({ item: code }),
  query: nothing,
  body: nothing,
  answers: { 200: draftSchema },
  handler: async ({ deps, person, params }) => {
    const [row, { items }] = await Promise.all([deps.drafts.find(person.id, params.item), deps.inForce()])
    if (row === null) throw problem('unknown-draft', { field: 'item' })
    return answer(200, draftView(row, items))
  },
})
