import { caseOf } from '../../cases/open-case.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { wholeCase } from '../../cases/whole-case.ts'
import { defineRoute } from '../../route.ts'
import { appealDetailSchema } from '../../schemas/case.ts'
import { nothing } from '../../schemas/input.ts'
import { appealDetail } from '../../views/detail-view.ts'

/** One appeal with its tasks, clocks and what the person may do now. */
export const getAppeal = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number',
  tag: 'appeals',
  summary: { zh: '诉求详情', en: 'One appeal' },
  query: nothing,
  answers: { 200: appealDetailSchema },
  handler: async ({ deps, person, params, at }) => {
    const whole = await wholeCase(deps, person, await caseOf(deps, params.number), at)
    return appealRead(whole.state.start, appealDetail(whole))
  },
})
