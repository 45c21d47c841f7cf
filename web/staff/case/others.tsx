import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CaseDetail } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Loaded } from './part.tsx'
import { useAppealsOf } from './queries.ts'
import { texts } from './texts.ts'

/** What else the expert has filed; a later appeal about the same item stands first. */
export function Others({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useAppealsOf(detail.expert.id)
  return (
    <Loaded query={query}>
      {({ appeals }) => {
        const others = appeals.filter(({ number }) => number !== detail.number)
        const isLinked = (code: string): number => (code === detail.item.code ? 0 : 1)
        if (others.length === 0) return <p className="quiet">{t.noOthers}</p>
        return (
          <ul>
            {others
              .toSorted((a, b) => isLinked(a.item.code) - isLinked(b.item.code))
              .map((other) => (
                <li key={other.number}>
                  <Link href={`/appeals/${other.number}`}>{other.number}</Link> · {other.item.name[language]}{' '}
                  {other.item.code === detail.item.code && <Tag>{t.linked}</Tag>}
                  <div className="quiet">
                    {momentWords(other.receivedAt)} · {other.statusText[language]}
                  </div>
                </li>
              ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
