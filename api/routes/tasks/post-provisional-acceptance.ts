import { taskCommand } from '../../commands/task-command.ts'

/** Accepts on a written promise of minor papers (容缺受理). */
export const postProvisionalAcceptance = taskCommand('AcceptProvisionally', ({ envelope, onTask, body, texts }) => ({
  ...envelope,
  kind: 'AcceptProvisionally',
  data: { ...onTask, promised: body.promised, note: texts.keepIfGiven('note', body.note) },
}))
