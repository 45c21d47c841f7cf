import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import { ORDER_LIST_STATES, ORDER_STATE_LABELS } from '../../../domain/figures/order-states.ts'
import type { OrderPage, SupervisedOrder } from '../../http/shapes/board.ts'
import { momentWords } from '../parts/due-words.ts'
import { Failed } from '../parts/failed.tsx'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { listQuery, ORDER_NAMES } from './address.ts'
import './board.css'
import { texts } from './texts.ts'

/** Urging and supervision orders with what the windows replied. */
export default function OrdersPage(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const query = listQuery(useSearch(), ORDER_NAMES)
  const state = ORDER_LIST_STATES.find((each) => each === new URLSearchParams(query).get('state')) ?? 'unanswered'
  const list = useInfiniteQuery({
    queryKey: ['board', 'orders', query],
    queryFn: ({ pageParam, signal }) =>
      client.ask<OrderPage>('GET', `/api/supervision/orders?${query}&limit=50${pageParam && `&cursor=${pageParam}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 20_000,
  })
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? []
  return (
    <div className="board">
      <Link href="/board">{t.back}</Link>
      <h1>{t.orders}</h1>
      <p>
        {ORDER_STATE_LABELS[state][language]} <span role="status">{list.data !== undefined && t.shown(orders.length)}</span>
      </p>
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <div className="board-scroll">
        <Table<SupervisedOrder>
          rowKey={({ number, id }) => `${number} ${id}`}
          size="small"
          loading={list.isPending}
          dataSource={orders}
          pagination={false}
          locale={{ emptyText: t.nothing }}
          columns={[
            { title: t.number, key: 'number', render: (_, { number }) => <Link href={`/appeals/${number}`}>{number}</Link> },
            { title: t.item, key: 'item', render: (_, { item }) => item[language] },
            { title: t.kind, key: 'kind', render: (_, { kindName }) => kindName[language] },
            { title: t.window, key: 'window', render: (_, { windowName }) => windowName[language] },
            { title: t.issuedAt, key: 'issued', render: (_, { issuedAt }) => momentWords(issuedAt) },
            { title: t.issuedBy, key: 'by', render: (_, { issuedBy }) => (issuedBy === null ? t.byRule : (issuedBy.name ?? issuedBy.id)) },
            {
              title: t.replyBy,
              key: 'due',
              render: (_, { dueAt, late }) => (
                <>
                  {dueAt === null ? '' : momentWords(dueAt)} {late && <Tag color="red">{t.lateReply}</Tag>}
                </>
              ),
            },
            {
              title: t.reply,
              key: 'reply',
              render: (_, { answeredAt, answer }) => (answeredAt === null ? t.noReply : `${momentWords(answeredAt)} ${answer ?? ''}`),
            },
          ]}
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
