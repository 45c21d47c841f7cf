import { z } from 'zod'
import { appealPage } from '../../cases/appeal-page.ts'
import { checkedCursor } from '../../cases/cursor.ts'
import { supervisedScope } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, pageQuery } from '../../schemas/input.ts'
import { appealPageSchema } from '../../schemas/page.ts'

/** Open appeals past a limit, longest overdue first. */
export const getOverdue = defineRoute({
  method: 'get',
  path: '/api/supervision/overdue',
  tag: 'supervision',
  summary: { zh: '超期诉求', en: 'Overdue appeals' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject(pageQuery),
  body: nothing,
  answers: { 200: appealPageSchema },
  handler: async ({ deps, person, query, at }) => {
    const page = await deps.appeals.overdue(supervisedScope(person), at, {
      cursor: checkedCursor(query.cursor, 'appeals'),
      limit: query.limit,
    })
    return answer(200, await appealPage(deps, person, at, page))
  },
})
