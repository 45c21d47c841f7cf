import { rolesFor } from '../../commands/allow.ts'
import { presentAppeal } from '../../commands/case-command.ts'
import { fileAppeal } from '../../filing/file-appeal.ts'
import { filingBody } from '../../filing/filing-body.ts'
import { answer, defineRoute } from '../../route.ts'
import { appealSchema } from '../../schemas/case.ts'
import { nothing } from '../../schemas/input.ts'

/** Files an appeal, by an expert or on their behalf. */
export const postAppeals = defineRoute({
  method: 'post',
  path: '/api/appeals',
  tag: 'appeals',
  summary: { zh: '提交诉求', en: 'File an appeal' },
  allow: rolesFor('FileAppeal'),
  audit: 'write',
  key: 'required',
  params: nothing,
  query: nothing,
  body: filingBody,
  answers: { 201: appealSchema },
  handler: async (call) => {
    const state = await fileAppeal(call, call.body)
    await call.deps.drafts.remove(call.person.id, call.body.item)
    return answer(201, await presentAppeal(call.deps, call, state), { headers: { Location: `/api/appeals/${state.start.number}` } })
  },
})
