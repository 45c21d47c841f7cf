import { z } from 'zod'
import { COLOURS } from '../../../domain/case/rows.ts'
import { APPEAL_STATUS_FILTERS } from '../../../prisma/readers/appeal-filter.ts'
import { appealPage } from '../../cases/appeal-page.ts'
import { checkedCursor } from '../../cases/cursor.ts'
import { appealScope, supervisedScope } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { code, nothing, pageQuery, uuid } from '../../schemas/input.ts'
import { appealPageSchema } from '../../schemas/page.ts'

/** The appeals a person may see, newest first. */
export const getAppeals = defineRoute({
  method: 'get',
  path: '/api/appeals',
  tag: 'appeals',
  summary: { zh: '诉求列表', en: 'Appeals' },
  allow: ['expert', 'liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(APPEAL_STATUS_FILTERS).optional(),
    item: code.optional(),
    window: code.optional(),
    station: code.optional(),
    colour: z.enum(COLOURS).optional(),
    expertId: uuid.optional(),
    scope: z.enum(['supervised']).optional().meta({ description: 'only appeals of the stations one supervises' }),
    q: z.string().max(40).optional().meta({ description: 'a number or its beginning' }),
  }),
  body: nothing,
  answers: { 200: appealPageSchema },
  handler: async ({ deps, person, query, at }) => {
    const { cursor, limit, scope, ...filter } = query
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
    const page = await deps.appeals.list(scope === 'supervised' ? supervisedScope(person) : appealScope(person), {
      ...given,
      cursor: checkedCursor(cursor, 'appeals'),
      limit,
    })
    return answer(200, await appealPage(deps, person, at, page))
  },
})
