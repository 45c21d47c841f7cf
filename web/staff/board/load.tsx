import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import type { Load as LoadBody } from '../../http/shapes/board.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { barWidth } from './picture.ts'
import { texts } from './texts.ts'

/** Who holds how much, the greatest load first. */
export function Load(): ReactNode {
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['board', 'load'],
    queryFn: ({ signal }) => client.ask<LoadBody>('GET', '/api/supervision/load', { signal }),
    refetchInterval: 15_000,
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  if (data.people.length === 0) return <p>{t.nobody}</p>
  const longest = data.people[0]?.held.count ?? 0
  return (
    <div className="board-scroll board-tall">
      <table className="board-table" aria-label={t.load}>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.held}</th>
            <th scope="col">{t.heldOverdue}</th>
          </tr>
        </thead>
        <tbody>
          {data.people.map(({ person, held, overdue }) => (
            <tr key={person.id}>
              <th scope="row">{person.name ?? person.id}</th>
              <td>
                <svg className="board-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={barWidth(held.count, longest)} height="10" />
                </svg>
                <NumberLink of={held} name={`${person.name ?? person.id} ${t.held}`} />
              </td>
              <td>
                <NumberLink
                  of={overdue}
                  name={`${person.name ?? person.id} ${t.heldOverdue}`}
                  className={overdue.count > 0 ? 'board-late' : ''}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
