import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../shell/language.tsx'
import { EventSearch } from './event-search.tsx'
import { ReadSearch } from './read-search.tsx'
import { texts } from './texts.ts'

/** What was done, and what was read. */
export function Audit(): ReactNode {
  const t = useTexts(texts)
  return (
    <>
      <h1>{t.title}</h1>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'events', label: t.events, children: <EventSearch /> },
          { key: 'reads', label: t.reads, children: <ReadSearch /> },
        ]}
      />
    </>
  )
}
