import { taskCommand } from '../../commands/task-command.ts'

/** Puts a claimed task back to the window. */
export const postRelease = taskCommand('ReleaseTask', ({ envelope, onTask }) => ({ ...envelope, kind: 'ReleaseTask', data: { ...onTask } }))
