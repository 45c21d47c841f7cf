import { z } from 'zod'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { calendarYearSchema } from '../../schemas/changes.ts'
import { code, nothing } from '../../schemas/input.ts'
import { calendarYearView } from '../../views/calendar-view.ts'

/** One calendar in force, day by day of a year (the present one unless told), with its text. */
export const getCalendar = defineRoute({
  method: 'get',
  path: '/api/admin/calendars/:id',
  tag: 'administration',
  summary: { zh: '日历的一年', en: 'One year of a calendar' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: z.strictObject({ id: code }),
  query: z.strictObject({ year: z.coerce.number().int().min(1980).max(2200).optional() }),
  body: nothing,
  answers: { 200: calendarYearSchema },
  handler: async ({ deps, params, query }) => {
    const calendar = (await deps.inForce()).calendars.get(params.id)
    if (calendar === undefined) throw problem('unknown-calendar', { field: 'id' })
    return answer(200, calendarYearView(calendar, query.year ?? Number((await deps.today()).slice(0, 4))))
  },
})
