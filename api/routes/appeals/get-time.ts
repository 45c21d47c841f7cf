import { timeLedger } from '../../../domain/case/time-ledger.ts'
import { asOfQuery, casePast } from '../../cases/case-past.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { defineRoute } from '../../route.ts'
import { timeSchema } from '../../schemas/time.ts'
import { timeView } from '../../views/time-view.ts'

/** Whose the time of an appeal was: each window, waiting to be signed, the expert, others. */
export const getTime = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number/time',
  tag: 'deadlines',
  summary: { zh: '时间账', en: 'Whose the time of an appeal was' },
  query: asOfQuery,
  answers: { 200: timeSchema },
  handler: async ({ deps, person, params, query, at }) => {
    const { start, events, state, reader } = await casePast(deps, person, params.number, { at, asOf: query.asOf })
    return appealRead(start, timeView(state, timeLedger(start, events, reader.now), reader))
  },
})
