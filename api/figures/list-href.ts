import type { Figure } from '../../domain/figures/figures.ts'
import type { OrderKind, OrderListState } from '../../domain/figures/order-states.ts'

/** A number with the query that lists what it counts. */
export interface Counted {
  readonly count: number
  readonly list: string
}

type Narrowed = Readonly<Partial<Record<'window' | 'item' | 'station' | 'age' | 'month' | 'person', string | undefined>>>

/** The number of appeals in a figure, with the list behind it. */
export function counted(count: number, figure: Figure, narrowed: Narrowed = {}): Counted {
  return { count, list: `/api/supervision/appeals?${queryOf({ figure, ...narrowed })}` }
}

export function countedOrders(count: number, kind: OrderKind, state: OrderListState): Counted {
  return { count, list: `/api/supervision/orders?${queryOf({ kind, state })}` }
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] satisfies [string, string]]))
  return new URLSearchParams(given).toString()
}
