import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { answer, defineRoute } from '../../route.ts'
import { draftSchema } from '../../schemas/draft.ts'
import { nothing } from '../../schemas/input.ts'
import { draftView } from '../../views/draft-view.ts'

/** What the person has begun to file. */
export const getDrafts = defineRoute({
  method: 'get',
  path: '/api/drafts',
  tag: 'drafts',
  summary: { zh: '我的草稿', en: 'My drafts' },
  allow: rolesFor('FileAppeal'),
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ drafts: z.array(draftSchema) }) },
  handler: async ({ deps, person }) => {
    const [rows, { items }] = await Promise.all([deps.drafts.listOf(person.id), deps.inForce()])
    return answer(200, { drafts: rows.map((row) => draftView(row, items)) })
  },
})
