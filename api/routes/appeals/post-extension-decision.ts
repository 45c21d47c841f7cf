import { caseCommand } from '../../commands/case-command.ts'
import { pendingExtension } from '../../../domain/case/lookups.ts'

/** Grants or refuses the pending extension request. */
export const postExtensionDecision = caseCommand('DecideExtension', ({ envelope, body, texts, state }) => {
  const requestId = body.requestId ?? pendingExtension(state)?.id ?? ''
  return { ...envelope, kind: 'DecideExtension', data: { requestId, granted: body.granted, note: texts.keepIfGiven('note', body.note) } }
})
