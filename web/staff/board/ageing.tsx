import type { ReactNode } from 'react'
import { AGE_LABELS } from '../../../domain/figures/list-labels.ts'
import type { Figures } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { barWidth } from './picture.ts'
import { texts } from './texts.ts'

/** Open appeals by days since receipt, as bars with their numbers. */
export function Ageing({ ages }: Pick<Figures, 'ages'>): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const longest = Math.max(0, ...ages.map(({ count }) => count))
  return (
    <ul className="board-bars">
      {ages.map((each) => (
        <li key={each.age}>
          <span className="board-bar-name">{AGE_LABELS[each.age][language]}</span>
          <svg className="board-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={barWidth(each.count, longest)} height="10" />
          </svg>
          <NumberLink of={each} name={AGE_LABELS[each.age][language]}>
            {t.appeals(each.count)}
          </NumberLink>
        </li>
      ))}
    </ul>
  )
}
