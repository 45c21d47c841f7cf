/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from '../parts/field.tsx'
import { Said } from '../parts/said.tsx'
import { useKept } from '../parts/use-kept.ts'
import { usePress } from '../parts/use-press.ts'
import type { FormProps } from './form-props.ts'
import { texts } from './texts.ts'

/** The open question, and the place to answer it. */
export function AnswerForm({ appeal, href, language, onDone }: FormProps): VNode {
  const t = texts[language]
  const [answer, setAnswer] = useKept(`${appeal.number}.answer`)
  const [isMissing, setMissing] = useState(false)
  const press = usePress<unknown>({
    language,
    path: href,
    onDone: async () => {
      setAnswer('')
      await onDone()
    },
  })
  const question = appeal.messages.filter((message) => message.kind === 'question').at(-1)
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    setMissing(answer.trim() === '')
    if (answer.trim() === '') document.getElementById('answer')?.focus()
    else void press.send({ answer, ...(appeal.pending.question !== null && { questionId: appeal.pending.question.id }) })
  }
  return (
    <form onSubmit={send} noValidate>
      <h3>{t.question}</h3>
      <blockquote>{question?.text}</blockquote>
      <Field id="answer" label={t.answer} rows={5} value={answer} onChange={setAnswer} error={isMissing ? t.needed : undefined} />
      <Said sentence={press.sentence} />
      <button type="submit" disabled={press.isSending}>
        {t.sendAnswer}
      </button>
    </form>
  )
}
