import { taskCommand } from '../../commands/task-command.ts'

/** Asks the expert; the task waits for the answer. */
export const postQuestion = taskCommand('AskExpert', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'AskExpert',
  data: { ...onTask, question: texts.keep('question', body.question) },
}))
