import { z } from 'zod'
import { windowsSeen } from '../../cases/scope.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { code, nothing } from '../../schemas/input.ts'

/** Who works at a window today: to whom a task there can be given. */
export const getWindowStaff = defineRoute({
  method: 'get',
  path: '/api/windows/:code/staff',
  tag: 'offices',
  summary: { zh: '窗口人员', en: 'Staff of a window' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ code }),
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ staff: z.array(z.object({ id: z.string(), username: z.string(), name: z.string() })) }) },
  handler: async ({ deps, person, params }) => {
    const { windows } = await deps.offices()
    if (!windows.has(params.code)) throw problem('unknown-window', { field: 'code' })
    if (!windowsSeen(person, windows.values()).includes(params.code)) throw problem('not-in-scope', { field: 'code' })
    const staff = await deps.people.staffOfWindow(params.code, await deps.today())
    const body = { staff: staff.map(({ id, username, name }) => ({ id, username, name })) }
    return answer(200, body, { reads: staff.map(({ id }) => ({ kind: 'staff', id })) })
  },
})
