import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Text } from '../../../domain/text.ts'
import { momentWords } from '../parts/due-words.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './drawer-texts.ts'

interface Mail {
  readonly id: string
  readonly at: string
  readonly name: Text
  readonly to: { readonly role: Text; readonly name: string | null }
  readonly text: Text
}

/** The mails that went out about the appeal, and whether they arrived. */
export function TaskMails({ number }: { readonly number: string }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['appeal', number, 'mails'],
    queryFn: ({ signal }) => client.ask<{ mails: readonly Mail[] }>('GET', `/api/appeals/${number}/mails`, { signal }),
  })
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  if (data.mails.length === 0) return <p>{t.noMails}</p>
  return (
    <ul className="task-list">
      {data.mails.map((mail) => (
        <li key={mail.id}>
          <time dateTime={mail.at} className="desk-sub">
            {momentWords(mail.at)}
          </time>{' '}
          <strong>{mail.name[language]}</strong> · {t.to(mail.to.name ?? mail.to.role[language])}
          <div>{mail.text[language]}</div>
        </li>
      ))}
    </ul>
  )
}
