import { z } from 'zod'
import { beginRun, runOf } from '../../changes/confirm.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { changeSchema } from '../../schemas/changes.ts'
import { nothing, uuid } from '../../schemas/input.ts'
import { changeView } from '../../views/change-view.ts'

/** Goes on with a change: one that runs is begun again where its workflow is gone, of one that is over the failed appeals are tried again. */
export const postChangeResumption = defineRoute({
  method: 'post',
  path: '/api/admin/changes/:id/resumption',
  tag: 'administration',
  summary: { zh: '继续变更', en: 'Go on with a change' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 202: changeSchema },
  handler: async ({ deps, params }) => {
    const resumed = await deps.changes.resume(params.id)
    if (resumed === 'unknown') throw problem('unknown-change')
    if (resumed === 'outdated') throw problem('change-outdated')
    if (resumed === 'busy') throw problem('change-running')
    await beginRun(deps, params.id)
    return answer(202, changeView(await runOf(deps, params.id)))
  },
})
