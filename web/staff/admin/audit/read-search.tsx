import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { AuditedRead } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { auditQuery, NOTHING_ASKED } from './audit-query.ts'
import { SearchForm } from './search-form.tsx'
import { texts } from './texts.ts'

/** Who read whose data, newest first. */
export function ReadSearch(): ReactNode {
  const t = useTexts(texts)
  const [asked, setAsked] = useState(NOTHING_ASKED)
  const list = useInfiniteQuery({
    queryKey: ['audit', 'reads', asked],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      client.ask<{ reads: readonly AuditedRead[]; next: string | null }>('GET', `/api/admin/audit/reads?${auditQuery(asked, pageParam)}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
  const words = ({ kind, id, name }: AuditedRead['subject']): string => {
    const known = kind === 'expert' || kind === 'staff' || kind === 'appeal' ? t[kind] : t.other
    return `${known} ${name ?? id}`
  }
  return (
    <>
      <SearchForm onSearch={setAsked} />
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <AdminTable<AuditedRead>
        className="admin-block"
        rowKey="id"
        size="small"
        loading={list.isPending}
        pagination={false}
        label={t.title}
        locale={{ emptyText: t.nothing }}
        dataSource={list.data?.pages.flatMap((page) => page.reads) ?? []}
        columns={[
          { title: t.at, render: (_, row) => momentWords(row.at) },
          { title: t.actor, render: (_, row) => words(row.person) },
          { title: t.subject, render: (_, row) => words(row.subject) },
          { title: t.route, dataIndex: 'route' },
          { title: t.writtenAt, render: (_, row) => momentWords(row.readAt) },
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
