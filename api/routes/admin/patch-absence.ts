import { z } from 'zod'
import { fieldError, invalid, problem } from '../../problems/problem.ts'
import { rowOf } from '../../admin/written.ts'
import { answer, defineRoute } from '../../route.ts'
import { absenceChange, absenceSchema } from '../../schemas/absence.ts'
import { nothing, uuid } from '../../schemas/input.ts'

/** Moves the last day of an absence; from the day after it the substitute acts no more. */
export const patchAbsence = defineRoute({
  method: 'patch',
  path: '/api/admin/absences/:id',
  tag: 'administration',
  summary: { zh: '修改请假的最后一天', en: 'Move the last day of an absence' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: absenceChange,
  answers: { 200: absenceSchema },
  handler: async ({ deps, params, body }) => {
    const before = await deps.memberships.absenceById(params.id)
    if (before === null) throw problem('unknown-absence', { field: 'id' })
    if (body.toDay < before.fromDay) throw invalid([fieldError('toDay', 'too-small', { minimum: before.fromDay })])
    return answer(200, rowOf(await deps.memberships.endAbsence(params.id, body.toDay), 'unknown-absence', 'id'))
  },
})
