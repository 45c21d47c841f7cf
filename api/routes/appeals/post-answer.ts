import { caseCommand } from '../../commands/case-command.ts'
import { openQuestion } from '../../../domain/case/lookups.ts'

/** The expert answers the open question. */
export const postAnswer = caseCommand('AnswerQuestion', ({ envelope, body, texts, state }) => {
  const questionId = body.questionId ?? openQuestion(state)?.id ?? ''
  return { ...envelope, kind: 'AnswerQuestion', data: { questionId, answer: texts.keep('answer', body.answer) } }
})
