import { z } from 'zod'
import { VIEW_PAGES } from '../../../prisma/stores/saved-view-store.ts'
import { windowsSeen } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { savedViewSchema } from '../../schemas/saved-view.ts'
import { savedViewView } from '../../views/saved-view-view.ts'

/** The saved views of a page: one's own, and those colleagues share. */
export const getViews = defineRoute({
  method: 'get',
  path: '/api/views',
  tag: 'views',
  summary: { zh: '已保存的视图', en: 'Saved views' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ page: z.enum(VIEW_PAGES).default('desk') }),
  body: nothing,
  answers: { 200: z.object({ views: z.array(savedViewSchema) }) },
  handler: async ({ deps, person, query }) => {
    const windows = windowsSeen(person, (await deps.offices()).windows.values())
    const found = await deps.savedViews.list(person.id, query.page, windows)
    return answer(200, { views: found.map((view) => savedViewView(view, person)) })
  },
})
