/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Appeal } from '../../http/shapes/appeal.ts'
import type { Draft } from '../../http/shapes/item.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { useContent } from '../parts/use-content.ts'
import { whenWords } from '../parts/when.ts'
import { grouped } from './asked.ts'
import { MatterCard } from './matter-card.tsx'
import { texts } from './texts.ts'

interface Content {
  readonly appeals: readonly Appeal[]
  readonly next: string | null
  readonly drafts: readonly Draft[]
}

export async function loadMyMatters({ ask, url }: PageRequest): Promise<Content> {
  const cursor = new URL(url, 'http://site').searchParams.get('cursor')
  const page = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  const [{ appeals, next }, { drafts }] = await Promise.all([
    ask<{ appeals: readonly Appeal[]; next: string | null }>(`/api/appeals?limit=50${page}`),
    ask<{ drafts: readonly Draft[] }>('/api/drafts'),
  ])
  return { appeals, next, drafts }
}

/** Every matter of the expert, what is asked of them first. */
export function MyMatters({ data }: { readonly data: PageData }): VNode {
  const { language } = data
  const t = texts[language]
  const { content } = useContent<Content>(data, loadMyMatters)
  const groups = grouped(content.appeals)
  return (
    <Frame data={data}>
      <h1>{t.title}</h1>
      <p>
        <a class="button" href="/my/new">
          {t.file}
        </a>
      </p>
      {content.appeals.length === 0 && <p>{t.none}</p>}
      {(['asked', 'open', 'closed'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{t[`${group}Title`]}</h2>
              <ul class="matters">
                {groups[group].map((appeal) => (
                  <MatterCard key={appeal.number} appeal={appeal} language={language} />
                ))}
              </ul>
            </section>
          ),
      )}
      {content.next !== null && (
        <p>
          <a href={`/my?cursor=${encodeURIComponent(content.next)}`}>{t.more}</a>
        </p>
      )}
      {content.drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t.drafts}</h2>
          <ul class="matters">
            {content.drafts.map((draft) => (
              <li key={draft.item} class="card">
                {draft.itemName?.[language] ?? draft.item} <a href={`/my/new/${draft.item}`}>{t.goOn}</a>
                <p class="quiet">{t.savedAt(whenWords(draft.savedAt, language))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}
