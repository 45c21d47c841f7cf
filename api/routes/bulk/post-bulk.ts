import { takeDown } from '../../bulk/press.ts'
import { workOn } from '../../bulk/work.ts'
import { answer, defineRoute } from '../../route.ts'
import { bulkBody, bulkSchema } from '../../schemas/bulk.ts'
import { nothing } from '../../schemas/input.ts'

/** One command on many tasks or appeals, each by the code of the single command, with a result per row. */
export const postBulk = defineRoute({
  method: 'post',
  path: '/api/bulk',
  tag: 'bulk',
  summary: { zh: '批量办理', en: 'One command on many' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor'],
  audit: 'write',
  key: 'required',
  params: nothing,
  query: nothing,
  body: bulkBody,
  answers: { 200: bulkSchema },
  handler: async (call) => answer(200, await workOn(call, await takeDown(call, call.body))),
})
