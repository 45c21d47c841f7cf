import { z } from 'zod'
import { timeLedger } from '../../../domain/case/time-ledger.ts'
import { casePast } from '../../cases/case-past.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, reference } from '../../schemas/input.ts'
import { timeSchema } from '../../schemas/time.ts'
import { timeView } from '../../views/time-view.ts'

/** Whose the time of an appeal was: each window, waiting to be signed, the expert, others. */
export const getTime = defineRoute({
  method: 'get',
  path: '/api/appeals/:number/time',
  tag: 'deadlines',
  summary: { zh: '时间账', en: 'Whose the time of an appeal was' },
  allow: ['expert', 'liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ number: reference }),
  query: nothing,
  body: nothing,
  answers: { 200: timeSchema },
  handler: async ({ deps, person, params, at }) => {
    const { start, events, state, reader } = await casePast(deps, person, params.number, at)
    const body = timeView(state, timeLedger(start, events, reader.now), reader)
    return answer(200, body, { reads: [{ kind: 'appeal', id: start.caseId }] })
  },
})
