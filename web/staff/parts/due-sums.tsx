import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { ExplainedClock } from '../../http/shapes/appeal.ts'
import type { StaffDues } from '../../http/shapes/task.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Failed } from './failed.tsx'
import { texts } from './texts.ts'

/** The sum of each limit, line by line; asked for when it is shown. */
export function DueSums({ dues, number }: { readonly dues: StaffDues; readonly number: string }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['appeal', number, 'deadlines'],
    queryFn: ({ signal }) => client.ask<{ clocks: readonly ExplainedClock[] }>('GET', `/api/appeals/${number}/deadlines`, { signal }),
  })
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />
  const wanted = [dues.stage, dues.promised, dues.legal].flatMap((due) => (due === null ? [] : [due]))
  if (wanted.length === 0) return <p>{t.noSums}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className="due-sums" aria-label={t.sums} tabIndex={0}>
      {wanted.map((due) => (
        <div key={due.clockId ?? due.name.en}>
          <h4>{due.name[language]}</h4>
          <div>{due.text[language]}</div>
          <ol>
            {data.clocks
              .find((clock) => clock.id === due.clockId)
              ?.trace.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a sum have no other name and never change places
                <li key={index}>{line.text[language]}</li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
