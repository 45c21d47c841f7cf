import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ChangeDetail } from '../../../http/shapes/change.ts'
import { Failed } from '../../parts/failed.tsx'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { texts } from './texts.ts'

const AGAIN_MS = 1_500

/** How far a change has come, asked again while it runs; failed appeals can be tried again. */
export function ProgressOf({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const mayChange = usePerson().roles.includes('administrator')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['changes', id],
    queryFn: ({ signal }) => client.ask<ChangeDetail>('GET', `/api/admin/changes/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? AGAIN_MS : false),
  })
  if (data === undefined) return error === null ? null : <Failed error={error} onRetry={() => void refetch()} />
  const resume = (): void => {
    setRefusal(null)
    client
      .ask('POST', `/api/admin/changes/${id}/resumption`, { body: {} })
      .catch((reason: unknown) => setRefusal(reason instanceof Error ? reason.message : String(reason)))
      .finally(() => void queries.invalidateQueries({ queryKey: ['changes'] }))
  }
  const percent = data.total === 0 ? (data.state === 'running' ? 0 : 100) : Math.floor((data.done * 100) / data.total)
  return (
    <section className="admin-block">
      <h3>{t.changeOf(data.target, data.version)}</h3>
      <Progress
        percent={percent}
        status={data.state === 'ended-with-failures' ? 'exception' : data.state === 'ended' ? 'success' : 'active'}
      />
      <p role="status">
        {t[data.state]} · {t.progress(data.done, data.total)} · {t.counts(data.moved, data.unmoved, data.ended, data.refused, data.failed)}
      </p>
      {refusal !== null && <Alert type="error" role="alert" showIcon title={refusal} />}
      {data.leftovers.length > 0 && (
        <>
          <h4>{t.leftovers}</h4>
          <ul>
            {data.leftovers.map((each) => (
              <li key={each.number}>
                {each.number} {each.detail}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange && data.state === 'ended-with-failures' && <Button onClick={resume}>{t.resume}</Button>}
    </section>
  )
}
