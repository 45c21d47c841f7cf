import { z } from 'zod'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { adminItemSchema } from '../../schemas/admin-item.ts'
import { code, nothing } from '../../schemas/input.ts'
import { routedItemView } from '../../views/admin-item-view.ts'
import { isoOrNull } from '../../views/iso.ts'

/** One item in force with its route, its ladder and its text. */
export const getAdminItem = defineRoute({
  method: 'get',
  path: '/api/admin/items/:code',
  tag: 'administration',
  summary: { zh: '事项的流程、期限与文本', en: 'Route, limits and text of an item' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: z.strictObject({ code }),
  query: nothing,
  body: nothing,
  answers: { 200: adminItemSchema },
  handler: async ({ deps, params }) => {
    const [offices, { items, itemSources }] = await Promise.all([deps.offices(), deps.inForce()])
    const [item, source] = [items.get(params.code), itemSources.get(params.code)]
    if (item === undefined || source === undefined) throw problem('unknown-item', { field: 'code' })
    const { text, since, reason } = source
    return answer(200, { item: routedItemView(item, offices), text, since: isoOrNull(since), reason })
  },
})
