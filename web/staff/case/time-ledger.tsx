import type { ReactNode } from 'react'
import type { TimeLedger as Ledger } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Fold } from './fold.tsx'
import './time-ledger.css'
import { texts } from './texts.ts'
import { type Lane, lanesOf, minutesWords } from './time-picture.ts'

const WIDTH = 1000
const BAR = 16

/** Whose the time of the appeal was: a picture with a row for each holder, and the same as tables. */
export function TimeLedger({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const lanes = lanesOf(ledger, WIDTH)
  return (
    <>
      <Picture lanes={lanes} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.holder}</th>
            <th scope="col">{t.minutes}</th>
            <th scope="col">{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <tr key={lane.key}>
              <th scope="row">{lane.name[language]}</th>
              <td>{minutesWords(lane.minutes, language)}</td>
              <td>{lane.share}%</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.totalTime}</th>
            <td>{minutesWords(ledger.totalMinutes, language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="quiet">
        {t.timeWhy(ledger.calendar.name[language])} {ledger.provisional && t.provisional}
      </p>
      <Fold title={`${t.spans} (${ledger.spans.length})`}>
        <Spans ledger={ledger} />
      </Fold>
    </>
  )
}

function Picture({ lanes }: { readonly lanes: readonly Lane[] }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <div className="time-picture" role="img" aria-label={t.timePicture}>
      {lanes.map((lane) => (
        <div key={lane.key}>
          <div>{`${lane.name[language]} · ${minutesWords(lane.minutes, language)} · ${lane.share}%`}</div>
          <svg viewBox={`0 0 ${WIDTH} ${BAR}`} preserveAspectRatio="none" aria-hidden="true">
            <rect className="time-track" width={WIDTH} height={BAR} />
            {lane.blocks.map(({ x, width, span }) => (
              <rect key={`${span.from} ${span.to}`} className={`time-${lane.holder}`} x={x} width={width} height={BAR}>
                <title>{`${momentWords(span.from)} – ${momentWords(span.to)} · ${minutesWords(span.minutes, language)}`}</title>
              </rect>
            ))}
          </svg>
        </div>
      ))}
    </div>
  )
}

function Spans({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className="wide" aria-label={t.spans} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {[t.from, t.to, t.holder, t.stage, t.reason, t.minutes].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.spans.map((span) => (
            <tr key={`${span.from} ${span.to}`}>
              <td>{momentWords(span.from)}</td>
              <td>{momentWords(span.to)}</td>
              <td>{span.name[language]}</td>
              <td>{span.stageName?.[language]}</td>
              <td>{span.reasonText?.[language]}</td>
              <td>{minutesWords(span.minutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
