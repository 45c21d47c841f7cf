import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { AdminTable } from '../admin-table.tsx'
import { Link, useLocation } from 'wouter'
import type { AdminItemSummary } from '../../../http/shapes/admin-item.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { ChangeList } from '../change/change-list.tsx'
import { texts } from './texts.ts'

/** The items in force. */
export function Items(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [, go] = useLocation()
  const mayChange = usePerson().roles.includes('administrator')
  const { data, error, refetch } = useQuery({
    queryKey: ['items', 'admin'],
    queryFn: ({ signal }) => client.ask<{ items: readonly AdminItemSummary[] }>('GET', '/api/admin/items', { signal }),
  })
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <>
      <h1>{t.title}</h1>
      {mayChange && (
        <Button type="primary" onClick={() => go('/admin/new-item')}>
          {t.add}
        </Button>
      )}
      <AdminTable<AdminItemSummary>
        className="admin-block"
        rowKey="code"
        size="small"
        loading={data === undefined}
        pagination={false}
        label={t.title}
        dataSource={data?.items ?? []}
        columns={[
          { title: t.name, render: (_, item) => <Link href={`/admin/items/${item.code}`}>{item.name[language]}</Link> },
          { title: t.code, dataIndex: 'code' },
          { title: t.version, dataIndex: 'version' },
          { title: t.stages, dataIndex: 'stages' },
          { title: t.since, render: (_, item) => (item.since === null ? t.ofFile : momentWords(item.since)) },
          { title: t.reason, dataIndex: 'reason' },
        ]}
      />
      <ChangeList kind="item" />
    </>
  )
}
