import { rowOf } from '../../admin/written.ts'
import { answer, defineRoute } from '../../route.ts'
import { newStaff, staffSchema } from '../../schemas/admin.ts'
import { nothing } from '../../schemas/input.ts'
import { hashPassword } from '../../sessions/passwords.ts'

/** Adds a staff member; what they may do follows from memberships. */
export const postStaff = defineRoute({
  method: 'post',
  path: '/api/admin/staff',
  tag: 'administration',
  summary: { zh: '新增工作人员', en: 'Add a staff member' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: newStaff,
  answers: { 201: staffSchema },
  handler: async ({ deps, body }) => {
    const { password, ...staff } = body
    const written = await deps.peopleStore.createStaff({ ...staff, passwordHash: await hashPassword(password) })
    return answer(201, rowOf(written, 'unknown-staff', 'username'))
  },
})
