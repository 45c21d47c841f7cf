import { caseCommand } from '../../commands/case-command.ts'

/** The window answers an order. */
export const postOrderAnswer = caseCommand('AnswerOrder', ({ envelope, body, texts, state }) => {
  const orderId = body.orderId ?? Object.values(state.orders).find((order) => order.answeredAt === null)?.id ?? ''
  return { ...envelope, kind: 'AnswerOrder', data: { orderId, answer: texts.keep('answer', body.answer) } }
})
