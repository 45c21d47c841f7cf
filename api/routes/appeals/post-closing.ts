import { caseCommand } from '../../commands/case-command.ts'

/** A supervisor closes the appeal by order. */
export const postClosing = caseCommand('CloseByOrder', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'CloseByOrder',
  data: {
    result: body.result,
    reply: texts.keepIfGiven('reply', body.reply),
    officeInCharge: texts.keepIfGiven('office-in-charge', body.officeInCharge),
  },
}))
