import type { ReactNode } from 'react'
import type { OrderCounts as Counts } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { texts } from './texts.ts'

const STATES = ['unanswered', 'late', 'answered'] as const

/** Orders by kind and by whether the window has answered. */
export function OrderCounts({ orders }: { readonly orders: readonly Counts[] }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  return (
    <table className="board-table" aria-label={t.orders}>
      <thead>
        <tr>
          <th scope="col">{t.kind}</th>
          {STATES.map((state) => (
            <th scope="col" key={state}>
              {t[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.kind}>
            <th scope="row">{order.name[language]}</th>
            {STATES.map((state) => (
              <td key={state}>
                <NumberLink of={order[state]} name={`${order.name[language]} ${t[state]}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
