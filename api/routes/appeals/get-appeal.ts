import { z } from 'zod'
import { caseOf } from '../../cases/open-case.ts'
import { wholeCase } from '../../cases/whole-case.ts'
import { answer, defineRoute } from '../../route.ts'
import { appealDetailSchema } from '../../schemas/case.ts'
import { nothing, reference } from '../../schemas/input.ts'
import { appealDetail } from '../../views/detail-view.ts'

/** One appeal with its tasks, clocks and what the person may do now. */
export const getAppeal = defineRoute({
  method: 'get',
  path: '/api/appeals/:number',
  tag: 'appeals',
  summary: { zh: '诉求详情', en: 'One appeal' },
  allow: ['expert', 'liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ number: reference }),
  query: nothing,
  body: nothing,
  answers: { 200: appealDetailSchema },
  handler: async ({ deps, person, params, at }) => {
    const whole = await wholeCase(deps, person, await caseOf(deps, params.number), at)
    return answer(200, appealDetail(whole), { reads: [{ kind: 'appeal', id: whole.state.start.caseId }] })
  },
})
