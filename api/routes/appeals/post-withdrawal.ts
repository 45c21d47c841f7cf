import { caseCommand } from '../../commands/case-command.ts'

/** The expert withdraws the appeal. */
export const postWithdrawal = caseCommand('WithdrawAppeal', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'WithdrawAppeal',
  data: { reason: texts.keepIfGiven('reason', body.reason) },
}))
