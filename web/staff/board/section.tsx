import { Card } from 'antd'
import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
  readonly wide?: boolean
}

/** One part of the board under its heading. */
export function Section({ title, hint, children, wide = false }: Props): ReactNode {
  const id = useId()
  return (
    <Card className={wide ? 'board-wide' : ''} size="small" role="region" aria-labelledby={id}>
      <h2 id={id} className="board-heading">
        {title}
      </h2>
      {hint !== undefined && <p className="board-hint">{hint}</p>}
      {children}
    </Card>
  )
}
