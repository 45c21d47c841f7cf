import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import type { LadderRung } from '../../../http/shapes/admin-item.ts'
import { Failed } from '../../parts/failed.tsx'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { Rungs } from '../items/item-facts.tsx'
import { texts } from './texts.ts'

interface Ladder {
  readonly code: string
  readonly rungs: readonly LadderRung[]
}

/** The named ladders, each rung as a sentence. */
export function Ladders(): ReactNode {
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['ladders'],
    queryFn: ({ signal }) => client.ask<{ ladders: readonly Ladder[] }>('GET', '/api/admin/ladders', { signal }),
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.hint}</p>
      {data.ladders.map(({ code, rungs }) => (
        <section key={code}>
          <h2>{code}</h2>
          <Rungs rungs={rungs} />
        </section>
      ))}
    </>
  )
}
