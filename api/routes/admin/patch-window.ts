import { z } from 'zod'
import { given, rowOf } from '../../admin/written.ts'
import { fieldError, invalid } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { windowChange, windowSchema } from '../../schemas/admin.ts'
import { code, nothing } from '../../schemas/input.ts'

/** Renames, moves to another calendar, closes or opens a window; a closed one receives nothing new. */
export const patchWindow = defineRoute({
  method: 'patch',
  path: '/api/admin/windows/:code',
  tag: 'administration',
  summary: { zh: '修改窗口', en: 'Change a window' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ code }),
  query: nothing,
  body: windowChange,
  answers: { 200: windowSchema },
  handler: async ({ deps, params, body }) => {
    if (body.calendar !== undefined && !deps.catalog.calendars.has(body.calendar))
      throw invalid([fieldError('calendar', 'unknown', { value: body.calendar })])
    const row = rowOf(await deps.windows.update(params.code, given(body)), 'unknown-window', 'code')
    deps.offices.forget()
    return answer(200, row)
  },
})
