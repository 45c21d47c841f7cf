import { taskCommand } from '../../commands/task-command.ts'

/** A co-handler objects, with reasons. */
export const postObjection = taskCommand('RaiseObjection', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'RaiseObjection',
  data: { ...onTask, reasons: texts.keepIfGiven('reason', body.reasons) },
}))
