import { taskCommand } from '../../commands/task-command.ts'
import { memberOf } from '../../commands/offices.ts'

/** Hands a task to a colleague of the same window. */
export const postTransfer = taskCommand('TransferTask', async ({ envelope, onTask, body, task, giver }) => {
  const to = await memberOf(giver.deps, body.to, task.window)
  return { ...envelope, kind: 'TransferTask', data: { ...onTask, to } }
})
