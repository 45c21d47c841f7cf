import { caseCommand } from '../../commands/case-command.ts'
import { windowNamed } from '../../commands/offices.ts'

/** Names the window after the second return (仲裁). */
export const postArbitration = caseCommand('Arbitrate', async ({ envelope, body, texts, giver }) => {
  const window = await windowNamed(giver.deps, body.window)
  return { ...envelope, kind: 'Arbitrate', data: { window, note: texts.keepIfGiven('note', body.note) } }
})
