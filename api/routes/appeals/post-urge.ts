import { caseCommand } from '../../commands/case-command.ts'

/** The expert urges; the window owes an answer (催办). */
export const postUrge = caseCommand('UrgeAppeal', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'UrgeAppeal',
  data: { note: texts.keepIfGiven('note', body.note) },
}))
