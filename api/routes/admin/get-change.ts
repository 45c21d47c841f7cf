import { z } from 'zod'
import { runOf } from '../../changes/confirm.ts'
import { answer, defineRoute } from '../../route.ts'
import { changeDetailSchema } from '../../schemas/changes.ts'
import { nothing, uuid } from '../../schemas/input.ts'
import { changeView } from '../../views/change-view.ts'

const NAMED = 100

/** One change with its progress, and the appeals that did not take it. */
export const getChange = defineRoute({
  method: 'get',
  path: '/api/admin/changes/:id',
  tag: 'administration',
  summary: { zh: '一次变更的进度', en: 'One change' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 200: changeDetailSchema },
  handler: async ({ deps, params }) => {
    const run = await runOf(deps, params.id)
    const leftovers = await deps.changeReader.leftovers(params.id, NAMED)
    return answer(200, { ...changeView(run), leftovers: [...leftovers] })
  },
})
