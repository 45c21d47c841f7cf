/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { ErrorOf, Field } from '../parts/field.tsx'
import { Said } from '../parts/said.tsx'
import { useKept } from '../parts/use-kept.ts'
import { usePress } from '../parts/use-press.ts'
import type { FormProps } from './form-props.ts'
import { texts } from './texts.ts'

const STARS = [
  { score: 5, name: 'five' },
  { score: 4, name: 'four' },
  { score: 3, name: 'three' },
  { score: 2, name: 'two' },
  { score: 1, name: 'one' },
] as const

/** Stars and words after closing (好差评). */
export function RatingForm({ appeal, href, language, onDone }: FormProps): VNode {
  const t = texts[language]
  const [score, setScore] = useState(0)
  const [note, setNote] = useKept(`${appeal.number}.rating`)
  const [isMissing, setMissing] = useState(false)
  const press = usePress<unknown>({
    language,
    path: href,
    onDone: async () => {
      setNote('')
      await onDone()
    },
  })
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    setMissing(score === 0)
    if (score === 0) document.getElementById('stars')?.focus()
    else void press.send({ score, ...(note.trim() !== '' && { note }) })
  }
  return (
    <form onSubmit={send} noValidate>
      <fieldset id="stars" tabIndex={-1} aria-describedby={isMissing ? 'stars-error' : undefined}>
        <legend>{t.rateTitle}</legend>
        {STARS.map((each) => (
          <label key={each.score} class="choice">
            <input type="radio" name="stars" checked={score === each.score} onChange={() => setScore(each.score)} />
            <span aria-hidden="true" class="stars">
              {'★'.repeat(each.score)}
              {'☆'.repeat(5 - each.score)}
            </span>
            {t.star[each.name]}
          </label>
        ))}
        <ErrorOf id="stars" error={isMissing ? t.chooseStars : undefined} />
      </fieldset>
      <Field id="rating-note" label={t.rateNote} rows={3} value={note} onChange={setNote} />
      <Said sentence={press.sentence} />
      <button type="submit" disabled={press.isSending}>
        {t.sendRating}
      </button>
    </form>
  )
}
