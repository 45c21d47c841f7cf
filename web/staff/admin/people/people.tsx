import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { StaffRow } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { Absences } from './absences.tsx'
import { AccountForm } from './account-form.tsx'
import { Roles } from './roles.tsx'
import { texts } from './texts.ts'

/** Staff by user name; one of them is opened with account, roles and absences. */
export function People(): ReactNode {
  const t = useTexts(texts)
  const mayChange = usePerson().roles.includes('administrator')
  const [q, setQ] = useState('')
  const [open, setOpen] = useState<StaffRow | 'new' | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['staff', q],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ limit: '50', ...(q !== '' && { q }), ...(pageParam !== '' && { cursor: pageParam }) })
      return client.ask<{ staff: readonly StaffRow[]; next: string | null }>('GET', `/api/admin/staff?${query}`, { signal })
    },
    getNextPageParam: (page) => page.next,
  })
  const rows = list.data?.pages.flatMap((page) => page.staff) ?? []
  const shown = open === null || open === 'new' ? null : (rows.find((row) => row.id === open.id) ?? open)
  return (
    <>
      <h1>{t.title}</h1>
      <Space wrap>
        <Input.Search aria-label={t.search} placeholder={t.search} allowClear onSearch={(text) => setQ(text.trim())} maxLength={60} />
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t.add}
          </Button>
        )}
      </Space>
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <AdminTable<StaffRow>
        className="admin-block"
        rowKey="id"
        size="small"
        loading={list.isPending}
        pagination={false}
        label={t.title}
        dataSource={rows}
        columns={[
          { title: t.username, dataIndex: 'username' },
          { title: t.name, dataIndex: 'name' },
          { title: t.email, dataIndex: 'email' },
          { title: t.state, render: (_, row) => (row.active ? t.active : t.closed) },
          {
            title: t.open,
            render: (_, row) => (
              <Button size="small" aria-label={`${t.open} ${row.name}`} onClick={() => setOpen(row)}>
                {t.open}
              </Button>
            ),
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </Button>
      )}
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        size="large"
        title={shown === null ? t.add : `${shown.name} · ${shown.username}`}
        destroyOnHidden
      >
        {open === 'new' && <AccountForm staff={null} onDone={() => setOpen(null)} />}
        {shown !== null && (
          <>
            {mayChange && <AccountForm key={shown.id} staff={shown} onDone={() => {}} />}
            <Roles staffId={shown.id} mayChange={mayChange} />
            <Absences staffId={shown.id} mayChange={mayChange} />
          </>
        )}
      </Drawer>
    </>
  )
}
