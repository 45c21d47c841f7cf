import { z } from 'zod'
import { TASK_VIEWS } from '../../../prisma/readers/task-reader.ts'
import { taskScope } from '../../cases/task-scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { taskNarrowing } from '../../schemas/task-query.ts'

/** Counted no further, so that the figures of a tab cost the same however much there is. */
const MOST = 1000

const figure = z.object({ count: z.int(), more: z.boolean().meta({ description: 'true where there are at least so many' }) })
type Figure = z.input<typeof figure>

/** How many tasks each view of the person holds, by the same narrowing as the list. */
export const getTaskCounts = defineRoute({
  method: 'get',
  path: '/api/tasks/counts',
  tag: 'tasks',
  summary: { zh: '任务数量', en: 'How many tasks' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject(taskNarrowing),
  body: nothing,
  answers: { 200: z.object({ mine: figure, unclaimed: figure, waiting: figure, overdue: figure, done: figure }) },
  handler: async ({ deps, person, query, at }) => {
    const scope = await taskScope(deps, person, at, query)
    const counts = await Promise.all(TASK_VIEWS.map((view) => deps.tasks.count(view, scope, MOST)))
    const of = (view: (typeof TASK_VIEWS)[number]): Figure => {
      const count = counts[TASK_VIEWS.indexOf(view)] ?? 0
      return { count, more: count === MOST }
    }
    return answer(200, {
      mine: of('mine'),
      unclaimed: of('unclaimed'),
      waiting: of('waiting'),
      overdue: of('overdue'),
      done: of('done'),
    })
  },
})
