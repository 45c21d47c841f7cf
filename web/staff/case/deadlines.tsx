import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { CaseClock } from '../../http/shapes/case.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Fold } from './fold.tsx'
import { texts } from './texts.ts'

/** Every clock with its date as a sum, and its ladder with what became of each rung; those that run come first. */
export function Deadlines({ clocks }: { readonly clocks: readonly CaseClock[] }): ReactNode {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null)
  const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== null).toReversed()
  const t = useTexts(texts)
  return (
    <>
      {running.map((clock) => (
        <ClockSum key={clock.id} clock={clock} />
      ))}
      {stopped.length > 0 && (
        <Fold title={t.stoppedClocks(stopped.length)}>
          {stopped.map((clock) => (
            <ClockSum key={clock.id} clock={clock} />
          ))}
        </Fold>
      )}
    </>
  )
}

function stateOf({ stoppedAt, paused, expired }: CaseClock): 'running' | 'paused' | 'expired' | 'stopped' {
  if (stoppedAt !== null) return 'stopped'
  return paused ? 'paused' : expired ? 'expired' : 'running'
}

function ClockSum({ clock }: { readonly clock: CaseClock }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const window = clock.windowName === null ? '' : ` · ${clock.windowName[language]}`
  const title = (
    <>
      <strong>{clock.name[language]}</strong>
      {window} <Tag>{t.clockState[stateOf(clock)]}</Tag> {clock.text[language]}
    </>
  )
  return (
    <Fold title={title}>
      <ol className="sum">
        {clock.trace.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a sum have no other name and never change places
          <li key={index}>{line.text[language]}</li>
        ))}
      </ol>
      {clock.verdict !== null && <p>{clock.verdict.text[language]}</p>}
      <p className="quiet">{t.calendar(clock.calendar.name[language], clock.calendar.version)}</p>
      {clock.cards.length > 0 && (
        <>
          <h4>{t.cards}</h4>
          <ul>
            {clock.cards.map((card) => (
              <li key={`${card.shownAt} ${card.colour}`}>{card.text[language]}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{t.ladder}</h4>
      {clock.rungs.length === 0 ? <p className="quiet">{t.noRungs}</p> : <Rungs clock={clock} />}
    </Fold>
  )
}

function Rungs({ clock }: { readonly clock: CaseClock }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <ul className="rungs">
      {clock.rungs.map((rung) => (
        <li key={rung.code} className={`rung-${rung.state}`}>
          <Tag>{t.rungState[rung.state]}</Tag>
          {rung.text[language]}
          {rung.rule !== null && <div className="quiet">{rung.rule[language]}</div>}
        </li>
      ))}
    </ul>
  )
}
