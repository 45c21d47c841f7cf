import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { nothing, uuid } from '../../schemas/input.ts'
import { savedViewSchema, viewChange } from '../../schemas/saved-view.ts'
import { ownView, savedViewView, sharedWindows } from '../../views/saved-view-view.ts'

/** Renames, rearranges, shares or withdraws one's own view. */
export const patchView = defineRoute({
  method: 'patch',
  path: '/api/views/:id',
  tag: 'views',
  summary: { zh: '修改视图', en: 'Change a view' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: viewChange,
  answers: { 200: savedViewSchema },
  handler: async ({ deps, person, params: { id }, body }) => {
    const before = await ownView(deps, person, id)
    const shared = body.shared ?? before.shared
    await deps.savedViews.change(id, person.id, {
      name: body.name ?? before.name,
      query: body.query ?? before.query,
      sharedWindows: await sharedWindows(deps, person, shared),
    })
    return answer(200, savedViewView(await ownView(deps, person, id), person))
  },
})
