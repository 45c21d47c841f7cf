import { placeOf } from '../../admin/membership-place.ts'
import { rowOf } from '../../admin/written.ts'
import { fieldError, invalid } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { membershipSchema, newMembership } from '../../schemas/admin.ts'
import { nothing } from '../../schemas/input.ts'

/** Gives a staff member a role at a window, a station, or for the province. */
export const postMemberships = defineRoute({
  method: 'post',
  path: '/api/admin/memberships',
  tag: 'administration',
  summary: { zh: '新增任职', en: 'Give a role' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: newMembership,
  answers: { 201: membershipSchema },
  handler: async ({ deps, body }) => {
    const { staffId, role, validTo = null } = body
    const validFrom = body.validFrom ?? (await deps.today())
    if (validTo !== null && validTo < validFrom) throw invalid([fieldError('validTo', 'too-small', { minimum: validFrom })])
    const place = await placeOf(deps, role, body)
    return answer(201, rowOf(await deps.memberships.add({ staffId, role, ...place, validFrom, validTo }), 'unknown-staff', 'staffId'))
  },
})
