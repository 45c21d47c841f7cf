import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { changeSchema } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { changeView } from '../../views/change-view.ts'

/** The newest changes of calendars and items, with how far they have come. */
export const getChanges = defineRoute({
  method: 'get',
  path: '/api/admin/changes',
  tag: 'administration',
  summary: { zh: '变更进度', en: 'Changes' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  body: nothing,
  answers: { 200: z.object({ changes: z.array(changeSchema) }) },
  handler: async ({ deps, query }) => answer(200, { changes: (await deps.changeReader.list(query.limit)).map(changeView) }),
})
