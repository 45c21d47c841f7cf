import { taskCommand } from '../../commands/task-command.ts'
import { reassignment } from '../../commands/reassignment.ts'

/** Gives a task to a person, to another window, or to a person there. */
export const postReassignment = taskCommand('ReassignTask', async ({ envelope, onTask, body, task, texts, giver }) => ({
  ...envelope,
  kind: 'ReassignTask',
  data: await reassignment({ deps: giver.deps, onTask, body, task, texts }),
}))
