import { rowOf } from '../../admin/written.ts'
import { fieldError, invalid } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { absenceSchema, newAbsence } from '../../schemas/absence.ts'
import { nothing } from '../../schemas/input.ts'

/** Somebody is away; from the first to the last day the substitute may act with their roles. */
export const postAbsences = defineRoute({
  method: 'post',
  path: '/api/admin/absences',
  tag: 'administration',
  summary: { zh: '登记请假与代办人', en: 'Name a substitute for an absence' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: newAbsence,
  answers: { 201: absenceSchema },
  handler: async ({ deps, body }) => {
    if (body.substituteId === body.staffId) throw invalid([fieldError('substituteId', 'unknown', { value: body.substituteId })])
    if (body.toDay < body.fromDay) throw invalid([fieldError('toDay', 'too-small', { minimum: body.fromDay })])
    return answer(201, rowOf(await deps.memberships.addAbsence(body), 'unknown-staff', 'substituteId'))
  },
})
