import { caseCommand } from '../../commands/case-command.ts'

/** The expert rates the closed appeal, 1 to 5 (好差评). */
export const postRating = caseCommand('RateAppeal', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'RateAppeal',
  data: { score: body.score, note: texts.keepIfGiven('note', body.note) },
}))
