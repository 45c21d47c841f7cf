import { useQuery } from '@tanstack/react-query'
import { Alert, Descriptions, Spin } from 'antd'
import type { ReactNode } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { Text } from '../../../../domain/text.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

interface Words {
  readonly name: Text
  readonly why: Text
  readonly todo: Text
}
interface Round {
  readonly at: string | null
  readonly late: boolean
}
interface Stuck extends Words {
  readonly number: string
  readonly kind: string
  readonly since: string
}
interface Health {
  readonly wakes: { readonly late: number; readonly oldestSeconds: number }
  readonly watchdog: Round
  readonly housekeeping: Round
  readonly postmanRuns: boolean | null
  readonly changes: { readonly running: number; readonly pending: number }
  readonly invariants: readonly {
    readonly code: string
    readonly name: Text
    readonly looked: number | null
    readonly broken: number | null
  }[]
  readonly counts: readonly (Words & { readonly kind: string; readonly count: number })[]
  readonly stuck: readonly Stuck[]
}

/** Appeals that stand still with the reason and what to do, and how the rounds of the system run. */
export function StuckAppeals(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => client.ask<Health>('GET', '/api/supervision/health', { signal }),
    refetchInterval: 15_000,
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  const round = ({ at, late }: Round): string => (at === null ? t.never : t.round(momentWords(at), late))
  const counted = data.counts.filter((each) => each.count > 0)
  return (
    <>
      <h1>{t.title}</h1>
      {data.stuck.length === 0 ? (
        <Alert type="success" showIcon role="status" title={t.none} />
      ) : (
        <>
          <h2>{t.counts}</h2>
          <ul>
            {counted.map((each) => (
              <li key={each.kind}>
                {each.name[language]}: {each.count}
              </li>
            ))}
          </ul>
          <AdminTable<Stuck>
            rowKey={(row) => `${row.number} ${row.kind}`}
            size="small"
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={data.stuck}
            label={t.title}
            columns={[
              { title: t.number, dataIndex: 'number' },
              { title: t.why, render: (_, row) => `${row.name[language]}: ${row.why[language]}` },
              { title: t.todo, render: (_, row) => row.todo[language] },
              { title: t.since, render: (_, row) => momentWords(row.since) },
            ]}
          />
        </>
      )}
      <h2>{t.health}</h2>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'wakes', label: t.lateWakes, children: t.lateWords(data.wakes.late, data.wakes.oldestSeconds) },
          { key: 'watchdog', label: t.watchdog, children: round(data.watchdog) },
          { key: 'housekeeping', label: t.housekeeping, children: round(data.housekeeping) },
          { key: 'postman', label: t.postman, children: data.postmanRuns === null ? t.unknown : data.postmanRuns ? t.runs : t.stands },
          { key: 'changes', label: t.changes, children: t.changesWords(data.changes.running, data.changes.pending) },
          ...data.invariants.map((each) => ({
            key: each.code,
            label: `${each.code} ${each.name[language]}`,
            children: each.looked === null ? t.notSeen : t.broken(each.looked, each.broken ?? 0),
          })),
        ]}
      />
    </>
  )
}
