import { caseCommand } from '../../commands/case-command.ts'

/** A supervisor opens the appeal again during aftercare. */
export const postReopening = caseCommand('ReopenAppeal', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'ReopenAppeal',
  data: { reason: texts.keepIfGiven('reason', body.reason) },
}))
