import { taskCommand } from '../../commands/task-command.ts'

/** Adds an internal note. */
export const postComment = taskCommand('CommentOnTask', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'CommentOnTask',
  data: { ...onTask, note: texts.keep('note', body.note) },
}))
