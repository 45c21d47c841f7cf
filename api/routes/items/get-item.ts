import { z } from 'zod'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { code, nothing } from '../../schemas/input.ts'
import { itemSchema } from '../../schemas/item.ts'
import { itemView } from '../../views/item-view.ts'

/** One service item with its form, materials, limits and stages. */
export const getItem = defineRoute({
  method: 'get',
  path: '/api/items/:code',
  tag: 'items',
  summary: { zh: '服务事项详情', en: 'One service item' },
  allow: 'anyone',
  audit: 'public',
  key: 'none',
  params: z.strictObject({ code }),
  query: nothing,
  body: nothing,
  answers: { 200: itemSchema },
  handler: async ({ deps, params }) => {
    const item = (await deps.inForce()).items.get(params.code)
    if (item === undefined) throw problem('unknown-item', { field: 'code' })
    return answer(200, itemView(item))
  },
})
