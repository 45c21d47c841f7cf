import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Space, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import { MAIL_STATES, type MailState } from '../../../../domain/notices/delivery-words.ts'
import type { OutboxMail } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { ResendDialog } from './resend-dialog.tsx'
import { texts } from './texts.ts'

interface OutboxPage {
  readonly mails: readonly OutboxMail[]
  readonly next: string | null
  readonly counts: readonly { readonly status: MailState; readonly count: number }[]
}

/** The mails of the outbox with their delivery in plain words; a failed one can be sent again. */
export function Outbox(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const mayChange = usePerson().roles.includes('administrator')
  const [status, setStatus] = useState<MailState | 'all'>('all')
  const [number, setNumber] = useState('')
  const [resending, setResending] = useState<OutboxMail | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['outbox', status, number],
    initialPageParam: '',
    refetchInterval: 15_000,
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        ...(status !== 'all' && { status }),
        ...(number !== '' && { number }),
        ...(pageParam !== '' && { cursor: pageParam }),
      })
      return client.ask<OutboxPage>('GET', `/api/admin/outbox?${query}`, { signal })
    },
    getNextPageParam: (page) => page.next,
  })
  const counts = new Map(list.data?.pages[0]?.counts.map((each) => [each.status, each.count]))
  const label = (state: MailState | 'all'): string =>
    state === 'all' || state === 'accepted' ? t[state] : t.count(t[state], counts.get(state) ?? 0)
  return (
    <>
      <h1>{t.title}</h1>
      <Tabs
        activeKey={status}
        onChange={(key) => setStatus(MAIL_STATES.find((state) => state === key) ?? 'all')}
        items={(['all', ...MAIL_STATES] as const).map((key) => ({ key, label: label(key) }))}
      />
      <Space wrap>
        <Input.Search aria-label={t.number} placeholder={t.number} allowClear maxLength={60} onSearch={(text) => setNumber(text.trim())} />
      </Space>
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <AdminTable<OutboxMail>
        className="admin-block"
        rowKey="id"
        size="small"
        loading={list.isPending}
        pagination={false}
        label={t.title}
        dataSource={list.data?.pages.flatMap((page) => page.mails) ?? []}
        columns={[
          { title: t.number, dataIndex: 'number' },
          { title: t.kind, render: (_, mail) => mail.name[language] },
          { title: t.to, render: (_, mail) => mail.recipient.name ?? t[mail.recipient.kind] },
          {
            title: t.state,
            render: (_, mail) => `${mail.statusText[language]}${mail.resent > 0 ? ` · ${t.resentTimes(mail.resent)}` : ''}`,
          },
          { title: t.at, render: (_, mail) => momentWords(mail.at) },
          { title: t.sent, render: (_, mail) => (mail.sentAt === null ? '' : momentWords(mail.sentAt)) },
          { title: t.error, dataIndex: 'error' },
          {
            title: t.resend,
            render: (_, mail) =>
              mayChange && mail.mayResend ? (
                <Button size="small" aria-label={t.resendOf(mail.name[language], mail.number ?? '')} onClick={() => setResending(mail)}>
                  {t.resend}
                </Button>
              ) : null,
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </Button>
      )}
      {resending !== null && <ResendDialog mail={resending} onDone={() => setResending(null)} />}
    </>
  )
}
