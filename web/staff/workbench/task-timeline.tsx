import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { EventLine } from '../../http/shapes/appeal.ts'
import { momentWords } from '../parts/due-words.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './drawer-texts.ts'

interface StaffLine extends EventLine {
  readonly actor: EventLine['actor'] & { readonly name?: string | null }
}

/** What happened to the appeal, newest first. */
export function TaskTimeline({ number }: { readonly number: string }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['appeal', number, 'events'],
    queryFn: ({ signal }) => client.ask<{ events: readonly StaffLine[] }>('GET', `/api/appeals/${number}/events`, { signal }),
  })
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <ol className="task-list" reversed>
      {[...data.events].reverse().map((event) => (
        <li key={event.seq}>
          <time dateTime={event.at} className="desk-sub">
            {momentWords(event.at)}
          </time>{' '}
          <strong>{event.name[language]}</strong>
          {event.task !== null && ` · ${event.task.windowName[language]}`}
          <span className="desk-sub"> · {event.actor.name ?? t.from[event.actor.kind]}</span>
          {event.text !== null && <div>{event.text[language]}</div>}
        </li>
      ))}
    </ol>
  )
}
