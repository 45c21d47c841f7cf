/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Draft, ItemSummary } from '../../http/shapes/item.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { whenWords } from '../parts/when.ts'
import { texts } from './texts.ts'

interface Content {
  readonly items: readonly ItemSummary[]
  readonly drafts: readonly Draft[]
}

export async function loadChooseItem({ ask }: PageRequest): Promise<Content> {
  const [{ items }, { drafts }] = await Promise.all([
    ask<{ items: readonly ItemSummary[] }>('/api/items'),
    ask<{ drafts: readonly Draft[] }>('/api/drafts'),
  ])
  return { items, drafts }
}

/** What can be asked for, with the drafts that were begun. */
export function ChooseItem({ data }: { readonly data: PageData }): VNode {
  const { language } = data
  const t = texts[language]
  const { items, drafts } = data.content as Content
  return (
    <Frame data={data}>
      <h1>{t.chooseTitle}</h1>
      <ul class="matters">
        {items.map((item) => {
          const draft = drafts.find((each) => each.item === item.code)
          return (
            <li key={item.code} class="card">
              <h2>
                <a href={`/my/new/${item.code}`}>{item.name[language]}</a>
              </h2>
              <p>{item.summary[language]}</p>
              {draft !== undefined && <p class="quiet">{t.begun(whenWords(draft.savedAt, language))}</p>}
            </li>
          )
        })}
      </ul>
    </Frame>
  )
}
