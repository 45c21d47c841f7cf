import { z } from 'zod'
import { leadTask, named } from '../../../domain/case/lookups.ts'
import { refuse } from '../../../domain/case/refusal.ts'
import { rolesFor } from '../../commands/allow.ts'
import { BODIES } from '../../commands/bodies.ts'
import { openFor, presentAppeal } from '../../commands/case-command.ts'
import { giveCommand, requireRight } from '../../commands/give-command.ts'
import { reassignment } from '../../commands/reassignment.ts'
import { refusalProblem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { appealSchema } from '../../schemas/case.ts'
import { nothing, reference } from '../../schemas/input.ts'

/** Reassigns the task that holds the appeal now, or the one that is named. */
export const postAppealReassignment = defineRoute({
  method: 'post',
  path: '/api/appeals/:number/reassignment',
  tag: 'supervision',
  summary: { zh: '改派诉求', en: 'Reassign an appeal' },
  allow: rolesFor('ReassignTask'),
  audit: 'write',
  key: 'optional',
  params: z.strictObject({ number: reference }),
  query: nothing,
  body: BODIES.ReassignTask.extend({ taskId: reference.optional() }),
  answers: { 200: appealSchema },
  handler: async (call) => {
    const { deps, body } = call
    const state = await openFor(deps, call, call.params.number)
    const present = (now: typeof state): ReturnType<typeof presentAppeal> => presentAppeal(deps, call, now)
    const after = await giveCommand(
      call,
      state,
      { kind: 'ReassignTask', body },
      async ({ envelope, texts }) => {
        const task = body.taskId === undefined ? leadTask(state) : named(state.tasks, body.taskId)
        if (!task) throw refusalProblem(refuse(state.status === 'open' ? 'unknown-task' : 'case-not-open'))
        requireRight(state, 'ReassignTask', task.id, call.person)
        const onTask = { taskId: task.id, version: body.version ?? null }
        return { ...envelope, kind: 'ReassignTask', data: await reassignment({ deps, onTask, body, task, texts }) }
      },
      present,
    )
    return answer(200, await present(after))
  },
})
