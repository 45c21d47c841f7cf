import { taskCommand } from '../../commands/task-command.ts'

/** Claims a task; an unsigned one is signed for at once. */
export const postClaim = taskCommand('ClaimTask', ({ envelope, onTask }) => ({ ...envelope, kind: 'ClaimTask', data: { ...onTask } }))
