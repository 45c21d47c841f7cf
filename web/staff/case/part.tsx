import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { type ReactNode, useId } from 'react'
import { Failed } from '../parts/failed.tsx'

/** A section of the page, with its heading and an address of its own. */
export function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }): ReactNode {
  const heading = useId()
  return (
    <section className="case-part" id={id} aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

/** What a query answered, or that it is on its way, or why it failed. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Skeleton active title={false} paragraph={{ rows: 3 }} />
}
