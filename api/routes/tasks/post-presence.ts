import { z } from 'zod'
import { caseOfTask, requireAccess } from '../../cases/open-case.ts'
import { answer, defineRoute } from '../../route.ts'
import { personRefSchema } from '../../schemas/case.ts'
import { nothing, reference } from '../../schemas/input.ts'

/** Says that one has the task open, or has it open no longer; answers who else has. Said again every 20 s. */
export const postPresence = defineRoute({
  method: 'post',
  path: '/api/tasks/:id/presence',
  tag: 'tasks',
  summary: { zh: '声明正在查看任务', en: 'Say that one has the task open' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: z.strictObject({ id: reference }),
  query: nothing,
  body: z.strictObject({ here: z.boolean().default(true) }),
  answers: { 200: z.object({ others: z.array(personRefSchema) }) },
  handler: async ({ deps, person, params: { id }, body }) => {
    requireAccess(await caseOfTask(deps, id), person)
    if (body.here) await deps.presence.arrive(id, person.id)
    else await deps.presence.leave(id, person.id)
    const others = ((await deps.presence.at([id])).get(id) ?? []).filter((each) => each !== person.id)
    const names = await deps.staffNames(others)
    return answer(200, { others: others.map((each) => ({ id: each, name: names.get(each) ?? null })) })
  },
})
