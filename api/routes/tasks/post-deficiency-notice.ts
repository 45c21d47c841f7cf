import { taskCommand } from '../../commands/task-command.ts'

/** Tells the expert once all that is missing (一次性告知); the expert reads `note`. */
export const postDeficiencyNotice = taskCommand('IssueDeficiencyNotice', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'IssueDeficiencyNotice',
  data: { ...onTask, materials: body.materials, note: texts.keepIfGiven('note', body.note) },
}))
