/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { Appeal, Due } from '../../http/shapes/appeal.ts'
import { untilWords, whenWords } from '../parts/when.ts'
import { askedOf } from './asked.ts'
import { texts } from './texts.ts'

/** One matter: what is asked of the expert, one plain sentence, and the next date. */
export function MatterCard({ appeal, language }: { readonly appeal: Appeal; readonly language: Language }): VNode {
  const t = texts[language]
  const asked = askedOf(appeal)
  const due = appeal.closedAt === null ? nextDue(appeal) : null
  return (
    <li class={asked === null ? 'card' : 'card asked'}>
      <h3>
        <a href={`/my/appeals/${appeal.number}`}>{appeal.item.name[language]}</a>
      </h3>
      {asked !== null && (
        <p class="ask">
          <span aria-hidden="true">➤ </span>
          {t[asked.asked]}
          {asked.until !== null && t.until(untilWords(asked.until, language))}
        </p>
      )}
      <p>{appeal.statusText[language]}</p>
      {due !== null && (
        <p class="quiet">
          <span class="capital">{due.name[language]}</span>
          {language === 'zh' ? '：' : ': '}
          {due.text[language]}
        </p>
      )}
      <p class="quiet">
        {appeal.number} · {t.received} {whenWords(appeal.receivedAt, language)}
      </p>
    </li>
  )
}

/** The date the office promised, else that of the law, else of the stage. */
function nextDue({ dues }: Appeal): Due | null {
  return dues.promised ?? dues.legal ?? dues.stage
}
