import { taskCommand } from '../../commands/task-command.ts'

/** Signs for a task (签收): from now this window is accountable. */
export const postSign = taskCommand('SignTask', ({ envelope, onTask }) => ({ ...envelope, kind: 'SignTask', data: { ...onTask } }))
