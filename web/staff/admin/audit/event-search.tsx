import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { AuditedEvent } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { auditQuery, NOTHING_ASKED } from './audit-query.ts'
import { SearchForm } from './search-form.tsx'
import { texts } from './texts.ts'

/** The log of all appeals, newest first. */
export function EventSearch(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [asked, setAsked] = useState(NOTHING_ASKED)
  const list = useInfiniteQuery({
    queryKey: ['audit', 'events', asked],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      client.ask<{ events: readonly AuditedEvent[]; next: string | null }>(
        'GET',
        `/api/admin/audit/events?${auditQuery(asked, pageParam)}`,
        {
          signal,
        },
      ),
    getNextPageParam: (page) => page.next,
  })
  const who = ({ kind, id, name, actingFor }: AuditedEvent['actor']): string => {
    const known = kind === 'expert' || kind === 'staff' || kind === 'system' ? t[kind] : kind
    return `${name ?? (id === null || kind === 'expert' ? known : id)}${actingFor === null ? '' : t.actingFor(actingFor)}`
  }
  return (
    <>
      <SearchForm
        onSearch={setAsked}
        extra={
          <Form.Item name="type" label={t.type}>
            <Input maxLength={60} placeholder="TaskCompleted" />
          </Form.Item>
        }
      />
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <AdminTable<AuditedEvent>
        className="admin-block"
        rowKey={(row) => `${row.number} ${row.seq}`}
        size="small"
        loading={list.isPending}
        pagination={false}
        label={t.title}
        locale={{ emptyText: t.nothing }}
        dataSource={list.data?.pages.flatMap((page) => page.events) ?? []}
        columns={[
          { title: t.at, render: (_, row) => momentWords(row.at) },
          { title: t.number, render: (_, row) => `${row.number} #${row.seq}` },
          { title: t.what, render: (_, row) => row.name[language] },
          { title: t.actor, render: (_, row) => who(row.actor) },
          { title: t.writtenAt, render: (_, row) => momentWords(row.writtenAt) },
          { title: t.type, dataIndex: 'type' },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </>
  )
}
