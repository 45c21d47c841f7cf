import { useQuery } from '@tanstack/react-query'
import { Button, Collapse, Select, Space, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { caseNow } from '../../../http/case-time.ts'
import type { Calendar, CalendarYear } from '../../../http/shapes/calendar.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { ChangeDesk } from '../change/change-desk.tsx'
import { ChangeList } from '../change/change-list.tsx'
import { texts } from './texts.ts'
import { YearView } from './year-view.tsx'

/** The calendars in force, a year at a time, and the way of a newer version into force. */
export function Calendars(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<string | null>(null)
  const [year, setYear] = useState(() => new Date(caseNow()).getUTCFullYear())
  const list = useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => client.ask<{ calendars: readonly Calendar[] }>('GET', '/api/admin/calendars', { signal }),
  })
  const id = chosen ?? list.data?.calendars[0]?.id ?? null
  const one = useQuery({
    queryKey: ['calendars', id, year],
    queryFn: ({ signal }) => client.ask<CalendarYear>('GET', `/api/admin/calendars/${id}?year=${year}`, { signal }),
    enabled: id !== null,
    placeholderData: (before) => before,
  })
  const error = list.error ?? one.error
  if (error !== null) return <Failed error={error} onRetry={() => void (list.error === null ? one.refetch() : list.refetch())} />
  const shown = one.data
  if (list.data === undefined || shown === undefined) return <Spin />
  return (
    <>
      <h1>{t.title}</h1>
      <Space wrap>
        <Select
          aria-label={t.calendar}
          value={id}
          onChange={setChosen}
          options={list.data.calendars.map((each) => ({ value: each.id, label: each.name[language] }))}
        />
        <Button onClick={() => setYear(year - 1)}>{t.earlier}</Button>
        <strong aria-live="polite">{t.year(year)}</strong>
        <Button onClick={() => setYear(year + 1)}>{t.later}</Button>
      </Space>
      <p>
        {t.version(shown.version)} · {t.covers(shown.covers.from, shown.covers.to)} ·{' '}
        {shown.since === null ? t.ofFile : t.since(momentWords(shown.since))}
        {shown.reason !== null && ` · ${shown.reason}`}
      </p>
      <YearView year={shown} />
      <h2>{t.notices}</h2>
      <ul>
        {shown.notices.map((notice) => (
          <li key={notice.number}>
            {notice.year} · {notice.title}（{notice.number}，{notice.issued}）
          </li>
        ))}
      </ul>
      <Collapse
        items={[
          {
            key: 'change',
            label: t.change,
            children: <ChangeDesk key={shown.id} kind="calendars" present={shown.text} />,
          },
        ]}
      />
      <ChangeList kind="calendar" />
    </>
  )
}
