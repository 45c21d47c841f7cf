import { z } from 'zod'
import { TASK_VIEWS } from '../../../prisma/readers/task-reader.ts'
import { checkedCursor } from '../../cases/cursor.ts'
import { windowsSeen } from '../../cases/scope.ts'
import { taskPage } from '../../cases/task-page.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { code, nothing, pageQuery } from '../../schemas/input.ts'
import { taskPageSchema } from '../../schemas/page.ts'

/** The tasks of a person's windows in one view; by due date, those done newest first. */
export const getTasks = defineRoute({
  method: 'get',
  path: '/api/tasks',
  tag: 'tasks',
  summary: { zh: '任务列表', en: 'Tasks' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ ...pageQuery, view: z.enum(TASK_VIEWS).default('unclaimed'), window: code.optional() }),
  body: nothing,
  answers: { 200: taskPageSchema },
  handler: async ({ deps, person, query, at }) => {
    const mine = windowsSeen(person, (await deps.offices()).windows.values())
    if (query.window !== undefined && !mine.includes(query.window)) throw problem('not-in-scope', { field: 'window' })
    const windows = query.window === undefined ? mine : [query.window]
    const actingFor = person.kind === 'staff' ? person.grants.flatMap((grant) => (grant.actingFor === null ? [] : [grant.actingFor])) : []
    const scope = { windows, staff: [person.id, ...new Set(actingFor)], now: at }
    const page = await deps.tasks.list(query.view, scope, { cursor: checkedCursor(query.cursor, 'tasks'), limit: query.limit })
    return answer(200, await taskPage(deps, person, at, page, query.window ?? null))
  },
})
