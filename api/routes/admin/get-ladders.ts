import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { rungSchema } from '../../schemas/admin-item.ts'
import { nothing } from '../../schemas/input.ts'
import { rungView } from '../../views/admin-item-view.ts'

/** The named ladders of the catalogue, and the warnings that each item in force gives. */
export const getLadders = defineRoute({
  method: 'get',
  path: '/api/admin/ladders',
  tag: 'administration',
  summary: { zh: '预警阶梯', en: 'Escalation ladders' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ ladders: z.array(z.object({ code: z.string(), rungs: z.array(rungSchema) })) }) },
  handler: async ({ deps }) =>
    answer(200, { ladders: [...deps.catalog.ladders].map(([code, rungs]) => ({ code, rungs: rungs.map(rungView) })) }),
})
