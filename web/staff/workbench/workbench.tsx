import { useQuery } from '@tanstack/react-query'
import { Table, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

const VIEWS = ['mine', 'unclaimed', 'waiting', 'overdue', 'done'] as const
type View = (typeof VIEWS)[number]

interface TaskRow {
  readonly id: string
  readonly appeal: { readonly number: string }
  readonly dueAt: string | null
}

/** The tasks of the person's windows, by view. */
export default function Workbench(): ReactNode {
  const t = useTexts(texts)
  const [view, setView] = useState<View>('mine')
  const { data, isPending } = useQuery({
    queryKey: ['tasks', view],
    queryFn: ({ signal }) => client.ask<{ tasks: readonly TaskRow[] }>('GET', `/api/tasks?view=${view}&limit=50`, { signal }),
  })
  return (
    <>
      <h1>{t.title}</h1>
      <Tabs
        activeKey={view}
        onChange={(key) => setView(VIEWS.find((each) => each === key) ?? 'mine')}
        items={VIEWS.map((key) => ({ key, label: t[key] }))}
      />
      <Table<TaskRow>
        rowKey="id"
        loading={isPending}
        dataSource={data?.tasks}
        pagination={false}
        columns={[
          { title: t.number, dataIndex: ['appeal', 'number'] },
          { title: t.due, dataIndex: 'dueAt' },
        ]}
      />
    </>
  )
}
