import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { empty, nothing, uuid } from '../../schemas/input.ts'
import { ownView } from '../../views/saved-view-view.ts'

/** Removes one's own view. */
export const deleteView = defineRoute({
  method: 'delete',
  path: '/api/views/:id',
  tag: 'views',
  summary: { zh: '删除视图', en: 'Remove a view' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 204: empty },
  handler: async ({ deps, person, params: { id } }) => {
    await ownView(deps, person, id)
    await deps.savedViews.remove(id, person.id)
    return answer(204, undefined)
  },
})
