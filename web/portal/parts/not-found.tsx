/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { PageData } from '../page.ts'
import { Frame } from './frame.tsx'
import { texts } from './texts.ts'

export function NotFound({ data }: { readonly data: PageData }): VNode {
  const t = texts[data.language]
  return (
    <Frame data={data}>
      <h1>{t.notFound}</h1>
      <p>
        <a href="/my">{t.home}</a>
      </p>
    </Frame>
  )
}
