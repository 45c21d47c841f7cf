import { preparedCalendars } from '../../changes/prepared.ts'
import { previewCalendars } from '../../changes/preview.ts'
import { answer, defineRoute } from '../../route.ts'
import { previewBody, previewSchema } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { previewView } from '../../views/change-view.ts'

/** What a newer calendar would change of the open appeals; nothing is changed. Figures of many appeals come in parts. */
export const postCalendarPreview = defineRoute({
  method: 'post',
  path: '/api/admin/calendars/preview',
  tag: 'administration',
  summary: { zh: '预览日历变更', en: 'Preview a calendar' },
  allow: ['administrator'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: previewBody,
  answers: { 200: previewSchema },
  handler: async ({ deps, body, at }) => {
    const change = await preparedCalendars(deps, body.text, body.file ?? 'calendar.yaml')
    const { tally, next } = await previewCalendars(deps, change, { now: at, after: body.after ?? null })
    return answer(200, previewView(change, tally, next))
  },
})
