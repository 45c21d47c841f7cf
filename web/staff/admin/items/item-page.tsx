import { useQuery } from '@tanstack/react-query'
import { Spin, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import type { AdminItem } from '../../../http/shapes/admin-item.ts'
import { Failed } from '../../parts/failed.tsx'
import { momentWords } from '../../parts/due-words.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { ItemDesk } from './item-desk.tsx'
import { ItemFacts, Rungs } from './item-facts.tsx'
import { RouteDrawing } from './route-drawing.tsx'
import { RouteList } from './route-list.tsx'
import { texts } from './texts.ts'

/** One item in force: its route, limits, ladder and text. */
export function ItemPage(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { code = '' } = useParams<{ code: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['items', 'admin', code],
    queryFn: ({ signal }) => client.ask<AdminItem>('GET', `/api/admin/items/${encodeURIComponent(code)}`, { signal }),
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  const { item, text, since, reason } = data
  const route = (
    <>
      <RouteDrawing item={item} />
      <RouteList item={item} />
    </>
  )
  return (
    <>
      <Link href="/admin/items">{t.back}</Link>
      <h1>{item.name[language]}</h1>
      <p>
        {item.code} · {t.version} {item.version} · {since === null ? t.ofFile : momentWords(since)}
        {reason !== null && ` · ${reason}`}
      </p>
      <p>{item.summary[language]}</p>
      <Tabs
        items={[
          { key: 'route', label: t.route, children: route },
          { key: 'limits', label: t.limits, children: <ItemFacts item={item} /> },
          { key: 'ladder', label: t.ladder, children: <Rungs rungs={item.ladder} /> },
          { key: 'text', label: t.edit, children: <ItemDesk key={code} present={text} /> },
        ]}
      />
    </>
  )
}
