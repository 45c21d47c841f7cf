import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Space, Table } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { FIGURE_WORDS } from '../../../domain/figures/figure-words.ts'
import { FIGURES } from '../../../domain/figures/figures.ts'
import type { AppealPage, BulkAnswer, SupervisedAppeal } from '../../http/shapes/board.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { FIGURE_NAMES, listQuery } from './address.ts'
import './board.css'
import { BulkBar } from './bulk-bar.tsx'
import { BulkResults } from './bulk-results.tsx'
import { ExportBar } from './export-bar.tsx'
import { columnsOf } from './list-columns.tsx'
import { RowActions } from './row-actions.tsx'
import { texts } from './texts.ts'
import { narrowedWords } from './narrowed.ts'

const PAGE = 50

/** The appeals behind a number, with everything that may be done about them, one by one or together. */
export default function ListPage(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const query = listQuery(useSearch(), FIGURE_NAMES)
  const asked = new URLSearchParams(query)
  const figure = FIGURES.find((each) => each === asked.get('figure')) ?? 'open'
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [answer, setAnswer] = useState<BulkAnswer | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['board', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      client.ask<AppealPage>(
        'GET',
        `/api/supervision/appeals?${query || 'figure=open'}&limit=${PAGE}${pageParam && `&cursor=${pageParam}`}`,
        {
          signal,
        },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 20_000,
  })
  const appeals = list.data?.pages.flatMap((page) => page.appeals) ?? []
  const marked = appeals.filter((appeal) => chosen.includes(appeal.number))
  const words = FIGURE_WORDS[figure]
  const narrowed = narrowedWords(asked, appeals, language)
  return (
    <div className="board">
      <Link href="/board">{t.back}</Link>
      <h1>{words.name[language]}</h1>
      <p className="board-hint">{words.meaning[language]}</p>
      {narrowed.length > 0 && <p>{t.narrowed(narrowed.join(' · '))}</p>}
      <Space wrap className="board-tools">
        <ExportBar query={query || 'figure=open'} />
        <span role="status" aria-live="polite">
          {list.data !== undefined && t.shown(appeals.length)}
        </span>
      </Space>
      {marked.length > 0 && <BulkBar appeals={marked} onClear={() => setChosen([])} onAnswer={setAnswer} />}
      {answer !== null && <BulkResults answer={answer} />}
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <div className="board-scroll">
        <Table<SupervisedAppeal>
          rowKey="number"
          size="small"
          loading={list.isPending}
          dataSource={appeals}
          columns={columnsOf(language, t)}
          pagination={false}
          locale={{ emptyText: t.nothing }}
          rowSelection={{
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (appeal) => ({ 'aria-label': appeal.number }),
          }}
          expandable={{
            expandedRowRender: (appeal) => <RowActions appeal={appeal} />,
            rowExpandable: (appeal) => appeal.actions.length > 0 || appeal.tasks.some((task) => task.actions.length > 0),
            columnTitle: t.act,
            expandIcon: ({ expanded, expandable, record, onExpand }) =>
              expandable && (
                <Button
                  size="small"
                  aria-expanded={expanded}
                  aria-label={t.actOn(record.number)}
                  onClick={(event) => onExpand(record, event)}
                >
                  {t.act}
                </Button>
              ),
          }}
        />
      </div>
      {list.hasNextPage && (
        <Button className="board-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </div>
  )
}
