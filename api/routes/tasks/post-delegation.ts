import { taskCommand } from '../../commands/task-command.ts'
import { memberOf } from '../../commands/offices.ts'

/** Lets a colleague do the work while the assignee stays responsible (委派). */
export const postDelegation = taskCommand('DelegateTask', async ({ envelope, onTask, body, task, giver }) => {
  const to = await memberOf(giver.deps, body.to, task.window)
  return { ...envelope, kind: 'DelegateTask', data: { ...onTask, to } }
})
