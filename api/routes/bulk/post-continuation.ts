import { z } from 'zod'
import { workOn } from '../../bulk/work.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { bulkSchema } from '../../schemas/bulk.ts'
import { nothing, uuid } from '../../schemas/input.ts'

/** The next part of a press on many that one has begun; where nothing is left, how it ended. */
export const postContinuation = defineRoute({
  method: 'post',
  path: '/api/bulk/:id/continuation',
  tag: 'bulk',
  summary: { zh: '继续批量办理', en: 'Go on with a command on many' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 200: bulkSchema },
  handler: async (call) => {
    const press = await call.deps.bulk.find(call.params.id)
    if (press === null || press.staffId !== call.person.id) throw problem('unknown-press', { field: 'id' })
    return answer(200, await workOn(call, press))
  },
})
