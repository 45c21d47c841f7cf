import { caseOf, requireAccess } from '../../cases/open-case.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { problem } from '../../problems/problem.ts'
import { defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { routeWalkSchema } from '../../schemas/route-walk.ts'
import { readerOf } from '../../views/reader.ts'
import { routeWalkView } from '../../views/route-walk-view.ts'

/** Where an appeal has been, where it may go, and why it is where it is: the rules, for staff only. */
export const getRoute = defineRoute({
  ...READS_APPEAL,
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  path: '/api/appeals/:number/route',
  tag: 'appeals',
  summary: { zh: '办理路线及派单依据', en: 'The route of an appeal, and why it is where it is' },
  query: nothing,
  answers: { 200: routeWalkSchema },
  handler: async ({ deps, person, params, at }) => {
    const state = await caseOf(deps, params.number)
    const access = requireAccess(state, person)
    // Who is both liaison and clerk reads this one as a liaison where no window of theirs has it.
    if (access.circle === 'expert') throw problem('not-in-scope')
    const events = await deps.cases.events(state.start.caseId)
    const reader = await readerOf(deps, person, access, at, [])
    return appealRead(state.start, routeWalkView(state, events, reader))
  },
})
