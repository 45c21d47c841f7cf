import { taskCommand } from '../../commands/task-command.ts'
import { windowNamed } from '../../commands/offices.ts'

/** Calls another window in as co-handler (协办). */
export const postCoHandlingRequest = taskCommand('RequestCoHandling', async ({ envelope, onTask, body, texts, giver }) => {
  const window = await windowNamed(giver.deps, body.window)
  return { ...envelope, kind: 'RequestCoHandling', data: { ...onTask, window, note: texts.keepIfGiven('note', body.note) } }
})
