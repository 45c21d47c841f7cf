import { taskCommand } from '../../commands/task-command.ts'

/** A co-handler consents. */
export const postConsent = taskCommand('GiveConsent', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'GiveConsent',
  data: { ...onTask, note: texts.keepIfGiven('note', body.note) },
}))
