import { z } from 'zod'
import { checkedCursor } from '../../cases/cursor.ts'
import { taskPage } from '../../cases/task-page.ts'
import { taskScope } from '../../cases/task-scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, pageQuery } from '../../schemas/input.ts'
import { taskPageSchema } from '../../schemas/page.ts'
import { taskNarrowing, taskView } from '../../schemas/task-query.ts'

/** The tasks of a person's windows in one view; by due date, those done newest first. */
export const getTasks = defineRoute({
  method: 'get',
  path: '/api/tasks',
  tag: 'tasks',
  summary: { zh: '任务列表', en: 'Tasks' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: nothing,
  query: z.strictObject({ ...pageQuery, view: taskView.default('unclaimed'), ...taskNarrowing }),
  body: nothing,
  answers: { 200: taskPageSchema },
  handler: async ({ deps, person, query, at }) => {
    const scope = await taskScope(deps, person, at, query)
    const rows = await deps.tasks.list(query.view, scope, { cursor: checkedCursor(query.cursor, 'tasks'), limit: query.limit })
    const page = await taskPage(deps, person, at, rows)
    const appeals = new Set(page.tasks.map((task) => task.appeal.id))
    return answer(200, page, { reads: [...appeals].map((id) => ({ kind: 'appeal', id })) })
  },
})
