import { deadlineReport } from '../../../domain/case/deadline-report.ts'
import { asOfQuery, casePast } from '../../cases/case-past.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { defineRoute } from '../../route.ts'
import { deadlinesSchema } from '../../schemas/deadlines.ts'
import { deadlinesView } from '../../views/deadlines-view.ts'

/** Every clock of an appeal that the person may see, with its date as a sum. */
export const getDeadlines = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number/deadlines',
  tag: 'deadlines',
  summary: { zh: '期限明细', en: 'The sum behind each deadline of an appeal' },
  query: asOfQuery,
  answers: { 200: deadlinesSchema },
  handler: async ({ deps, person, params, query, at }) => {
    const { start, events, reader } = await casePast(deps, person, params.number, { at, asOf: query.asOf })
    return appealRead(start, deadlinesView(deadlineReport(start, events, reader.now), reader))
  },
})
