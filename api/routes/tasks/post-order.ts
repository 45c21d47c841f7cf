import { taskCommand } from '../../commands/task-command.ts'

/** Urges (催办) or supervises (督办) the window of a task, with a reply limit. */
export const postOrder = taskCommand('IssueOrder', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'IssueOrder',
  data: { ...onTask, order: body.order, note: texts.keepIfGiven('note', body.note) },
}))
