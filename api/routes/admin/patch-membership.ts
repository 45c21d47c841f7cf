import { z } from 'zod'
import { given, rowOf } from '../../admin/written.ts'
import { fieldError, invalid, problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { membershipChange, membershipSchema } from '../../schemas/admin.ts'
import { nothing, uuid } from '../../schemas/input.ts'

/** Moves the first or last day of a role; a role that ended yesterday is gone at the next request. */
export const patchMembership = defineRoute({
  method: 'patch',
  path: '/api/admin/memberships/:id',
  tag: 'administration',
  summary: { zh: '修改任职', en: 'Change the days of a role' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: membershipChange,
  answers: { 200: membershipSchema },
  handler: async ({ deps, params, body }) => {
    const before = await deps.memberships.byId(params.id)
    if (before === null) throw problem('unknown-membership', { field: 'id' })
    const days = { ...before, ...given(body) }
    if (days.validTo !== null && days.validTo < days.validFrom)
      throw invalid([fieldError('validTo', 'too-small', { minimum: days.validFrom })])
    return answer(200, rowOf(await deps.memberships.setDays(params.id, given(body)), 'unknown-membership', 'id'))
  },
})
