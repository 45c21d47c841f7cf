import { z } from 'zod'
import { deadlineReport } from '../../../domain/case/deadline-report.ts'
import { casePast } from '../../cases/case-past.ts'
import { answer, defineRoute } from '../../route.ts'
import { deadlinesSchema } from '../../schemas/deadlines.ts'
import { nothing, reference } from '../../schemas/input.ts'
import { deadlinesView } from '../../views/deadlines-view.ts'

/** Every clock of an appeal that the person may see, with its date as a sum. */
export const getDeadlines = defineRoute({
  method: 'get',
  path: '/api/appeals/:number/deadlines',
  tag: 'deadlines',
  summary: { zh: '期限明细', en: 'The sum behind each deadline of an appeal' },
  allow: ['expert', 'liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ number: reference }),
  query: nothing,
  body: nothing,
  answers: { 200: deadlinesSchema },
  handler: async ({ deps, person, params, at }) => {
    const { start, events, reader } = await casePast(deps, person, params.number, at)
    const body = deadlinesView(deadlineReport(start, events, reader.now), reader)
    return answer(200, body, { reads: [{ kind: 'appeal', id: start.caseId }] })
  },
})
