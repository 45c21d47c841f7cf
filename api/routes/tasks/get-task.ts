import { z } from 'zod'
import { refuse } from '../../../domain/case/refusal.ts'
import { caseOfTask } from '../../cases/open-case.ts'
import { wholeCase } from '../../cases/whole-case.ts'
import { refusalProblem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { taskDetailSchema } from '../../schemas/case.ts'
import { nothing, reference } from '../../schemas/input.ts'
import { taskDetail } from '../../views/detail-view.ts'

/** One task with its outcomes, what was filed, and what the person may do now. */
export const getTask = defineRoute({
  method: 'get',
  path: '/api/tasks/:id',
  tag: 'tasks',
  summary: { zh: '任务详情', en: 'One task' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ id: reference }),
  query: nothing,
  body: nothing,
  answers: { 200: taskDetailSchema },
  handler: async ({ deps, person, params, at }) => {
    const whole = await wholeCase(deps, person, await caseOfTask(deps, params.id), at)
    const task = whole.state.tasks[params.id]
    if (task === undefined) throw refusalProblem(refuse('unknown-task', { field: 'id' }))
    return answer(200, taskDetail(whole, task), { reads: [{ kind: 'appeal', id: whole.state.start.caseId }] })
  },
})
