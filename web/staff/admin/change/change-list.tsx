import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { Change } from '../../../http/shapes/change.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { ProgressOf } from './progress-of.tsx'
import { texts } from './texts.ts'

const AGAIN_MS = 2_000

/** The newest changes of one kind; one of them is opened below the list. */
export function ChangeList({ kind }: { readonly kind: Change['kind'] }): ReactNode {
  const t = useTexts(texts)
  const [open, setOpen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery<{ readonly changes: readonly Change[] }>({
    queryKey: ['changes'],
    refetchInterval: ({ state }) => (state.data?.changes.some((each) => each.state === 'running') === true ? AGAIN_MS : false),
    queryFn: ({ signal }) => client.ask<{ changes: readonly Change[] }>('GET', '/api/admin/changes?limit=50', { signal }),
  })
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <section className="admin-block">
      <h2>{t.changes}</h2>
      <AdminTable<Change>
        rowKey="id"
        size="small"
        loading={data === undefined}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        label={t.changes}
        dataSource={(data?.changes ?? []).filter((each) => each.kind === kind)}
        locale={{ emptyText: t.noChanges }}
        columns={[
          {
            title: t.what,
            render: (_, row) => (
              <Button type="link" size="small" aria-expanded={open === row.id} onClick={() => setOpen(open === row.id ? null : row.id)}>
                {t.changeOf(row.target, row.version)}
              </Button>
            ),
          },
          { title: t.state, render: (_, row) => `${t[row.state]} · ${t.progress(row.done, row.total)}` },
          { title: t.who, render: (_, row) => row.confirmedBy?.name ?? t.fromFile },
          { title: t.when, render: (_, row) => momentWords(row.startedAt) },
          { title: t.reason, dataIndex: 'reason' },
        ]}
      />
      {open !== null && <ProgressOf id={open} />}
    </section>
  )
}
