import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Health } from '../../http/shapes/board.ts'
import { Failed } from '../parts/failed.tsx'
import { momentWords } from '../parts/due-words.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

/** Appeals that stand still, with the reason and what to do about it. */
export function Stuck(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['board', 'stuck'],
    queryFn: ({ signal }) => client.ask<Health>('GET', '/api/supervision/health', { signal }),
    refetchInterval: 30_000,
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  if (data.stuck.length === 0) return <p>{t.noStuck}</p>
  return (
    <div className="board-scroll board-tall">
      <table className="board-table board-words" aria-label={t.stuck}>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.todo}</th>
            <th scope="col">{t.since}</th>
          </tr>
        </thead>
        <tbody>
          {data.stuck.map((each) => (
            <tr key={`${each.number} ${each.kind}`}>
              <th scope="row">
                <Link href={`/appeals/${each.number}`}>{each.number}</Link>
              </th>
              <td>
                <strong>{each.name[language]}</strong> {each.why[language]}
              </td>
              <td>{each.todo[language]}</td>
              <td>{momentWords(each.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
