import { rowOf } from '../../admin/written.ts'
import { fieldError, invalid } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { newWindow, windowSchema } from '../../schemas/admin.ts'
import { nothing } from '../../schemas/input.ts'

/** Opens a window of a department at a station; one row, no code. */
export const postWindows = defineRoute({
  method: 'post',
  path: '/api/admin/windows',
  tag: 'administration',
  summary: { zh: '新增窗口', en: 'Add a window' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: newWindow,
  answers: { 201: windowSchema },
  handler: async ({ deps, body }) => {
    const { departments, stations } = await deps.offices()
    const station = stations.get(body.station)
    if (station === undefined) throw invalid([fieldError('station', 'unknown', { value: body.station })])
    if (!departments.has(body.department)) throw invalid([fieldError('department', 'unknown', { value: body.department })])
    const calendar = body.calendar ?? station.calendar
    if (!deps.catalog.calendars.has(calendar)) throw invalid([fieldError('calendar', 'unknown', { value: calendar })])
    const row = rowOf(await deps.windows.add({ ...body, calendar }), 'unknown-window', 'code')
    deps.offices.forget()
    return answer(201, row)
  },
})
