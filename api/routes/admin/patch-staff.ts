import { z } from 'zod'
import { given, rowOf } from '../../admin/written.ts'
import { answer, defineRoute } from '../../route.ts'
import { staffChange, staffSchema } from '../../schemas/admin.ts'
import { nothing, uuid } from '../../schemas/input.ts'
import { hashPassword } from '../../sessions/passwords.ts'

/** Changes a staff member; a closed account or a new password ends their sessions. */
export const patchStaff = defineRoute({
  method: 'patch',
  path: '/api/admin/staff/:id',
  tag: 'administration',
  summary: { zh: '修改工作人员', en: 'Change a staff member' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: staffChange,
  answers: { 200: staffSchema },
  handler: async ({ deps, params, body }) => {
    const { password, ...change } = body
    const secret = password === undefined ? {} : { passwordHash: await hashPassword(password) }
    const row = rowOf(await deps.peopleStore.updateStaff(params.id, { ...given(change), ...secret }), 'unknown-staff', 'username')
    if (password !== undefined || body.active === false) await deps.sessions.revokeAllOf({ kind: 'staff', id: row.id }, deps.realNow())
    return answer(200, row)
  },
})
