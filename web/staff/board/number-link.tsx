import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Counted } from '../../http/shapes/board.ts'
import { useTexts } from '../shell/language.tsx'
import { pageOfList } from './address.ts'
import { texts } from './texts.ts'

interface Props {
  readonly of: Counted
  /** What is counted, for those who do not see where the number stands. */
  readonly name: string
  readonly className?: string
  readonly children?: ReactNode
}

/** A number that opens the list behind it. */
export function NumberLink({ of, name, className = '', children }: Props): ReactNode {
  const t = useTexts(texts)
  return (
    <Link
      href={pageOfList(of.list)}
      className={`board-number ${of.count === 0 ? 'board-zero' : ''} ${className}`}
      aria-label={t.openList(name, of.count)}
    >
      {children ?? of.count}
    </Link>
  )
}
