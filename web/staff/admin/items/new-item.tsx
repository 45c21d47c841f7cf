import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AdminItem, AdminItemSummary } from '../../../http/shapes/admin-item.ts'
import { Failed } from '../../parts/failed.tsx'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { ItemDesk } from './item-desk.tsx'
import { texts } from './texts.ts'

/** A new item begins as the text of one that exists. */
export function NewItem(): ReactNode {
  const t = useTexts(texts)
  const { data, error, refetch } = useQuery({
    queryKey: ['items', 'model'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { items } = await client.ask<{ items: readonly AdminItemSummary[] }>('GET', '/api/admin/items', { signal })
      const [model] = items
      if (model === undefined) return ''
      return (await client.ask<AdminItem>('GET', `/api/admin/items/${encodeURIComponent(model.code)}`, { signal })).text
    },
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  return (
    <>
      <Link href="/admin/items">{t.back}</Link>
      <h1>{t.add}</h1>
      <p>{t.addHint}</p>
      <ItemDesk present="" start={data} />
    </>
  )
}
