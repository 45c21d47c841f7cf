import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Figures, Rates as RatesBody } from '../../http/shapes/board.ts'
import { momentWords } from '../parts/due-words.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { Ageing } from './ageing.tsx'
import './board.css'
import { Cards } from './cards.tsx'
import { Heat } from './heat.tsx'
import { Load } from './load.tsx'
import { OrderCounts } from './order-counts.tsx'
import { Rates } from './rates.tsx'
import { Section } from './section.tsx'
import { Stuck } from './stuck.tsx'
import { texts } from './texts.ts'
import { Windows } from './windows.tsx'

/** What a supervisor sees: every number opens the list behind it. Read again every ten seconds, and when something changes. */
export default function Board(): ReactNode {
  const t = useTexts(texts)
  const now = useQuery({
    queryKey: ['board', 'figures'],
    queryFn: ({ signal }) => client.ask<Figures>('GET', '/api/supervision/figures', { signal }),
    refetchInterval: 10_000,
  })
  const rates = useQuery({
    queryKey: ['board', 'rates'],
    queryFn: ({ signal }) => client.ask<RatesBody>('GET', '/api/supervision/rates?months=12', { signal }),
    refetchInterval: 60_000,
  })
  return (
    <div className="board">
      <div className="board-title">
        <h1>{t.title}</h1>
        {now.data !== undefined && <span className="board-hint">{t.asOf(momentWords(now.data.at))}</span>}
      </div>
      {now.data === undefined ? (
        <Waiting error={now.error} onRetry={() => void now.refetch()} />
      ) : (
        <>
          <Cards figures={now.data.figures} />
          <div className="board-grid">
            <Section title={t.heat} hint={t.heatHint} wide>
              {now.data.windows.length === 0 ? <p>{t.empty}</p> : <Heat windows={now.data.windows} items={now.data.items} />}
            </Section>
            <Section title={t.rates} wide>
              {rates.data === undefined ? (
                <Waiting error={rates.error} onRetry={() => void rates.refetch()} />
              ) : (
                <Rates rates={rates.data.rates} months={rates.data.months} />
              )}
            </Section>
            <Section title={t.ageing} hint={t.ageingHint}>
              <Ageing ages={now.data.ages} />
            </Section>
            <Section title={t.orders}>
              <OrderCounts orders={now.data.orders} />
            </Section>
            <Section title={t.cards}>
              <Windows windows={now.data.windows} />
            </Section>
            <Section title={t.load}>
              <Load />
            </Section>
            <Section title={t.stuck} wide>
              <Stuck />
            </Section>
          </div>
        </>
      )}
    </div>
  )
}

function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <Skeleton active /> : <Failed error={error} onRetry={onRetry} />
}
