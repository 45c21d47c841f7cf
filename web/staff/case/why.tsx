import type { ReactNode } from 'react'
import type { RouteWalk } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Fold } from './fold.tsx'
import { texts } from './texts.ts'

type Dispatch = RouteWalk['why']['dispatches'][number]

/** The rule that routed the appeal: for what is open now at once, for earlier dispatches on demand. */
export function Why({ walk }: { readonly walk: RouteWalk }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { accountable, dispatches } = walk.why
  const open = dispatches.filter((each) => each.open)
  const shown = open.length > 0 ? open : dispatches.slice(-1)
  const earlier = dispatches.filter((each) => !shown.includes(each)).toReversed()
  return (
    <>
      {shown.map((each) => (
        <Reasons key={each.seq} dispatch={each} />
      ))}
      {accountable !== null && <p>{accountable[language]}</p>}
      <p className="quiet">{t.basis(walk.item.legalBasis[language], walk.item.name[language], walk.item.version)}</p>
      {earlier.length > 0 && (
        <Fold title={`${t.earlier} (${earlier.length})`}>
          {earlier.map((each) => (
            <Reasons key={each.seq} dispatch={each} />
          ))}
        </Fold>
      )}
    </>
  )
}

function Reasons({ dispatch }: { readonly dispatch: Dispatch }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <div className="reasons">
      <p className="quiet">
        {momentWords(dispatch.at)}
        {dispatch.open && ` · ${t.whyNow}`}
      </p>
      <ul>
        {dispatch.lines.map((line) => (
          <li key={line.en}>{line[language]}</li>
        ))}
      </ul>
    </div>
  )
}
