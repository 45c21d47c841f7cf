import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { answer, defineRoute } from '../../route.ts'
import { code, empty, nothing } from '../../schemas/input.ts'

/** Gives a draft up; one that is not there is no error. */
export const deleteDraft = defineRoute({
  method: 'delete',
  path: '/api/drafts/:item',
  tag: 'drafts',
  summary: { zh: '删除草稿', en: 'Give a draft up' },
  allow: rolesFor('FileAppeal'),
  audit: 'write',
  key: 'optional',
  params: z.strictObject({ item: code }),
  query: nothing,
  body: nothing,
  answers: { 204: empty },
  handler: async ({ deps, person, params }) => {
    await deps.drafts.remove(person.id, params.item)
    return answer(204, undefined)
  },
})
