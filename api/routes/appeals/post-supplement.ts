import { caseCommand } from '../../commands/case-command.ts'

/** Materials that came in after filing (补正). */
export const postSupplement = caseCommand('SupplementAppeal', ({ envelope, body, texts }) => ({
  ...envelope,
  kind: 'SupplementAppeal',
  data: { materials: body.materials, note: texts.keepIfGiven('note', body.note) },
}))
