import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { calendarSchema } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { calendarView } from '../../views/calendar-view.ts'

/** The calendars that are in force. */
export const getCalendars = defineRoute({
  method: 'get',
  path: '/api/admin/calendars',
  tag: 'administration',
  summary: { zh: '现行日历', en: 'The calendars in force' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ calendars: z.array(calendarSchema) }) },
  handler: async ({ deps }) => answer(200, { calendars: [...(await deps.inForce()).calendars.values()].map(calendarView) }),
})
