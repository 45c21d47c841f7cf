import { caseCommand } from '../../commands/case-command.ts'

/** Records the call-back after closing (回访). */
export const postCallBack = caseCommand('RecordCallBack', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'RecordCallBack',
  data: { satisfied: body.satisfied, note: texts.keepIfGiven('note', body.note) },
}))
