import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { adminItemSummarySchema } from '../../schemas/admin-item.ts'
import { nothing } from '../../schemas/input.ts'
import { isoOrNull } from '../../views/iso.ts'
import { itemSummary } from '../../views/item-view.ts'

/** The items in force with the version and where it comes from. */
export const getAdminItems = defineRoute({
  method: 'get',
  path: '/api/admin/items',
  tag: 'administration',
  summary: { zh: '现行事项', en: 'The items in force' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ items: z.array(adminItemSummarySchema) }) },
  handler: async ({ deps }) => {
    const { items, itemSources } = await deps.inForce()
    return answer(200, {
      items: [...items.values()].map((item) => {
        const source = itemSources.get(item.code)
        return {
          ...itemSummary(item),
          since: isoOrNull(source?.since ?? null),
          reason: source?.reason ?? null,
          stages: item.stages.length,
        }
      }),
    })
  },
})
