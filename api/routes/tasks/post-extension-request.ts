import { taskCommand } from '../../commands/task-command.ts'

/** Asks for an extension before expiry (延期). */
export const postExtensionRequest = taskCommand('RequestExtension', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'RequestExtension',
  data: {
    ...onTask,
    amount: body.amount,
    reason: body.reason,
    note: texts.keepIfGiven('note', body.note),
  },
}))
