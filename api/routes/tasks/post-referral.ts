import { taskCommand } from '../../commands/task-command.ts'
import { windowNamed } from '../../commands/offices.ts'

/** Refers the lead task to another window (转办). */
export const postReferral = taskCommand('ReferTask', async ({ envelope, onTask, body, texts, giver }) => {
  const window = await windowNamed(giver.deps, body.window)
  return { ...envelope, kind: 'ReferTask', data: { ...onTask, window, note: texts.keepIfGiven('note', body.note) } }
})
