import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { itemSummarySchema } from '../../schemas/item.ts'
import { itemSummary } from '../../views/item-view.ts'

/** The service items an expert may file. */
export const getItems = defineRoute({
  method: 'get',
  path: '/api/items',
  tag: 'items',
  summary: { zh: '服务事项目录', en: 'The service items' },
  allow: 'anyone',
  audit: 'public',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ items: z.array(itemSummarySchema) }) },
  handler: async ({ deps }) => answer(200, { items: [...(await deps.inForce()).items.values()].map(itemSummary) }),
})
