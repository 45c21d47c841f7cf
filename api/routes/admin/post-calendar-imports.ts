import { confirmChange, runOf } from '../../changes/confirm.ts'
import { preparedCalendars } from '../../changes/prepared.ts'
import { answer, defineRoute } from '../../route.ts'
import { calendarImportBody, changeSchema } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { changeView } from '../../views/change-view.ts'

/** Puts a newer calendar into force, with a reason, and begins to move the open appeals; the same preview again is the same run. */
export const postCalendarImports = defineRoute({
  method: 'post',
  path: '/api/admin/calendars/imports',
  tag: 'administration',
  summary: { zh: '启用新日历', en: 'Put a calendar into force' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: calendarImportBody,
  answers: { 202: changeSchema },
  handler: async ({ deps, person, body, at }) => {
    const earlier = await deps.changeReader.byDigest(body.preview)
    if (earlier !== null) return answer(202, changeView(await runOf(deps, earlier)))
    const change = await preparedCalendars(deps, body.text, body.file ?? 'calendar.yaml')
    const run = await confirmChange(deps, person, change, { reason: body.reason, preview: body.preview, carry: 'always', at })
    if (run === null) throw new Error('a calendar is put into force with a run')
    return answer(202, changeView(run))
  },
})
