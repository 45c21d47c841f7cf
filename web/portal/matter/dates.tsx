/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { Due, Dues, ExplainedClock } from '../../http/shapes/appeal.ts'
import { texts } from './texts.ts'

interface Props {
  readonly dues: Dues
  readonly clocks: readonly ExplainedClock[]
  readonly language: Language
}

/** The dates of the law, of the promise and of the stage, each in words and with its sum. */
export function Dates({ dues, clocks, language }: Props): VNode {
  const t = texts[language]
  const shown = [dues.promised, dues.legal, dues.stage].filter((due) => due !== null)
  return (
    <section class="card" aria-labelledby="dates">
      <h2 id="dates">{t.dates}</h2>
      {shown.length === 0 && <p>{t.noDates}</p>}
      {shown.map((due) => (
        <div key={due.name.en} class="due">
          <h3>
            <span class={`light ${due.colour}`} aria-hidden="true">
              {MARKS[due.colour]}
            </span>{' '}
            <span class="capital">{due.name[language]}</span>
          </h3>
          <p>{due.text[language]}</p>
          <Sum due={due} clocks={clocks} language={language} />
        </div>
      ))}
    </section>
  )
}

const MARKS: Readonly<Record<Due['colour'], string>> = { green: '✓', yellow: '!', red: '‼' }

function Sum({ due, clocks, language }: { readonly due: Due } & Pick<Props, 'clocks' | 'language'>): VNode | null {
  const trace = clocks.find((clock) => clock.id === due.clockId)?.trace ?? []
  if (trace.length === 0) return null
  return (
    <details>
      <summary>{texts[language].sum}</summary>
      <ol class="sum">
        {trace.map((line) => (
          <li key={line.text.en}>{line.text[language]}</li>
        ))}
      </ol>
    </details>
  )
}
