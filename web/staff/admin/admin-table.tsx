import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'

/** A table that who has no mouse scrolls sideways by the arrow keys; `label` names it for screen readers. */
export function AdminTable<Row extends object>({ label, className, ...props }: TableProps<Row> & { readonly label: string }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className={`admin-scroll ${className ?? ''}`} aria-label={label} tabIndex={0}>
      <Table<Row> {...props} />
    </section>
  )
}
