/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Text } from '../../../domain/text.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { texts } from './texts.ts'

interface Matter {
  readonly number: string
  readonly item: { readonly name: Text }
  readonly statusSentence: string
}

interface Content {
  readonly appeals: readonly Matter[]
}

export function loadMyMatters({ ask }: PageRequest): Promise<Content> {
  return ask<Content>('/api/appeals?limit=50')
}

/** Every matter of the expert with one plain sentence. */
export function MyMatters({ data }: { readonly data: PageData }): VNode {
  const t = texts[data.language]
  const { appeals } = data.content as Content
  return (
    <Frame data={data}>
      <h1>{t.title}</h1>
      {appeals.length === 0 && <p>{t.none}</p>}
      <ul class="matters">
        {appeals.map((matter) => (
          <li key={matter.number} class="card">
            <h2>
              <a href={`/my/appeals/${matter.number}`}>{matter.item.name[data.language]}</a>
            </h2>
            <p>{matter.statusSentence}</p>
            <p class="quiet">{matter.number}</p>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
