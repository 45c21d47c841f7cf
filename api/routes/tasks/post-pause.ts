import { taskCommand } from '../../commands/task-command.ts'

/** Pauses a task until a bound (中止). */
export const postPause = taskCommand('PauseTask', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'PauseTask',
  data: { ...onTask, reason: body.reason, until: body.until, note: texts.keepIfGiven('note', body.note) },
}))
