import { taskCommand } from '../../commands/task-command.ts'

/** Completes a task by one of its outcomes; the expert reads `reply`, colleagues read `note`. */
export const postCompletion = taskCommand('CompleteTask', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'CompleteTask',
  data: {
    ...onTask,
    outcome: body.outcome,
    reply: texts.keepIfGiven('reply', body.reply),
    note: texts.keepIfGiven('note', body.note),
    officeInCharge: texts.keepIfGiven('office-in-charge', body.officeInCharge),
  },
}))
