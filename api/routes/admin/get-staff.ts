import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { staffSchema } from '../../schemas/admin.ts'
import { nothing, pageQuery } from '../../schemas/input.ts'

/** Staff by user name; the cursor is the last one of the page before. */
export const getStaff = defineRoute({
  method: 'get',
  path: '/api/admin/staff',
  tag: 'administration',
  summary: { zh: '工作人员', en: 'Staff' },
  allow: ['administrator', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: nothing,
  query: z.strictObject({ ...pageQuery, q: z.string().max(60).optional() }),
  body: nothing,
  answers: { 200: z.object({ staff: z.array(staffSchema), next: z.string().nullable() }) },
  handler: async ({ deps, query }) => {
    const rows = await deps.staffList.list({ after: query.cursor ?? null, q: query.q ?? null, limit: query.limit + 1 })
    const staff = rows.slice(0, query.limit)
    const next = rows.length > query.limit ? (staff.at(-1)?.username ?? null) : null
    return answer(200, { staff: [...staff], next }, { reads: staff.map(({ id }) => ({ kind: 'staff', id })) })
  },
})
