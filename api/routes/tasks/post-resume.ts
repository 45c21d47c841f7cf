import { taskCommand } from '../../commands/task-command.ts'

/** Resumes a paused task (恢复). */
export const postResume = taskCommand('ResumeTask', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'ResumeTask',
  data: { ...onTask, note: texts.keepIfGiven('note', body.note) },
}))
