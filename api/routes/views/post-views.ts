import { uuidFrom } from '../../commands/texts.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { savedViewSchema, viewBody } from '../../schemas/saved-view.ts'
import { ownView, savedViewView, sharedWindows } from '../../views/saved-view-view.ts'

const MOST = 50

/** Keeps a list as it is arranged now, for oneself or shared; the same key keeps it once. */
export const postViews = defineRoute({
  method: 'post',
  path: '/api/views',
  tag: 'views',
  summary: { zh: '保存视图', en: 'Save a view' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'write',
  key: 'optional',
  params: nothing,
  query: nothing,
  body: viewBody,
  answers: { 201: savedViewSchema },
  handler: async ({ deps, person, body: { page, name, query, shared }, key }) => {
    if ((await deps.savedViews.countOf(person.id)) >= MOST) throw problem('too-many-views', { params: { most: String(MOST) } })
    const id = uuidFrom(`view\n${person.id}\n${key}`)
    await deps.savedViews.add(id, person.id, { page, name, query, sharedWindows: await sharedWindows(deps, person, shared) })
    return answer(201, savedViewView(await ownView(deps, person, id), person))
  },
})
