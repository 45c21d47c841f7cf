/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { AppealDetail } from '../../http/shapes/appeal.ts'
import { askedOf } from '../my/asked.ts'
import { untilWords } from '../parts/when.ts'
import { AnswerForm } from './answer-form.tsx'
import { RatingForm } from './rating-form.tsx'
import { SupplementForm } from './supplement-form.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly appeal: AppealDetail
  readonly language: Language
  readonly onDone: () => Promise<void>
}

/** What is asked of the expert, with the form to do it; papers that may come later are offered below, too. */
export function AskedSection({ appeal, language, onDone }: Props): VNode | null {
  const t = texts[language]
  const asked = askedOf(appeal)
  const hrefOf = (kind: string): string | null => appeal.actions.find((action) => action.kind === kind)?.href ?? null
  const answer = hrefOf('AnswerQuestion')
  const supplement = hrefOf('SupplementAppeal')
  const rate = hrefOf('RateAppeal')
  const shared = { appeal, language, onDone }
  const papers = supplement === null ? null : <SupplementForm {...shared} href={supplement} />
  if (asked === null && papers === null) return null
  return (
    <>
      {asked !== null && (
        <section class="card asked" aria-labelledby="asked">
          <h2 id="asked">{t.asked}</h2>
          <noscript>
            <p class="bad">{t.needsScripts}</p>
          </noscript>
          {asked.until !== null && <p class="ask">{t.until(untilWords(asked.until, language))}</p>}
          {answer !== null && <AnswerForm {...shared} href={answer} />}
          {asked.asked === 'supplement' && papers}
          {rate !== null && <RatingForm {...shared} href={rate} />}
        </section>
      )}
      {asked?.asked !== 'supplement' && papers !== null && (
        <details class="card">
          <summary>{t.supplementTitle}</summary>
          {papers}
        </details>
      )}
    </>
  )
}
