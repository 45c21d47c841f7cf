import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { absenceSchema } from '../../schemas/absence.ts'
import { nothing, uuid } from '../../schemas/input.ts'

/** When somebody is or was away, and who stands in. */
export const getAbsences = defineRoute({
  method: 'get',
  path: '/api/admin/absences',
  tag: 'administration',
  summary: { zh: '请假与代办', en: 'Absences and substitutes' },
  allow: ['administrator', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: nothing,
  query: z.strictObject({ staffId: uuid }),
  body: nothing,
  answers: { 200: z.object({ absences: z.array(absenceSchema) }) },
  handler: async ({ deps, query }) => {
    const absences = await deps.memberships.absencesOf(query.staffId)
    return answer(200, { absences: [...absences] }, { reads: [{ kind: 'staff', id: query.staffId }] })
  },
})
