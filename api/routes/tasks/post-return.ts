import { taskCommand } from '../../commands/task-command.ts'

/** Returns a task as not one's own (退单). */
export const postReturn = taskCommand('ReturnTask', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'ReturnTask',
  data: {
    ...onTask,
    reason: body.reason,
    note: texts.keepIfGiven('note', body.note),
    evidence: texts.keepIfGiven('evidence', body.evidence),
  },
}))
