import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { RateRow, Rates as RatesBody } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { trendPoints } from './picture.ts'
import { texts } from './texts.ts'

const WIDTH = 96
const HEIGHT = 24

/** The rates of each month with what they are made of; the meaning stands under each name and on hover. */
export function Rates({ rates, months }: RatesBody): ReactNode {
  const t = useTexts(texts)
  return (
    <div className="board-scroll">
      <table className="board-table" aria-label={t.rates}>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            {months.map(({ month }) => (
              <th scope="col" key={month}>
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['received', 'closed'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">{t[name]}</th>
              {months.map((each) => (
                <td key={each.month}>
                  <NumberLink of={each[name]} name={`${each.month} ${t[name]}`} />
                </td>
              ))}
            </tr>
          ))}
          {rates.map((row) => (
            <Rate key={row.rate} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rate({ row }: { readonly row: RateRow }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const name = row.name[language]
  return (
    <tr>
      <th scope="row">
        <Tooltip title={row.meaning[language]}>
          <button type="button" className="board-term" aria-description={row.meaning[language]}>
            {name}
          </button>
        </Tooltip>
        <Trend row={row} name={name} />
      </th>
      {row.months.map(({ month, share, of, percent }) => (
        <td key={month}>
          {percent === null ? (
            <span className="board-none">{t.noRate}</span>
          ) : (
            <>
              <span className="board-percent">{percent}%</span>
              <span className="board-parts">
                <NumberLink of={share} name={`${month} ${name}`} /> / <NumberLink of={of} name={`${month} ${name}: ${t.all}`} />
              </span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}

/** The course of a rate as a small line; its numbers stand beside it in the table. */
function Trend({ row, name }: { readonly row: RateRow; readonly name: string }): ReactNode {
  const t = useTexts(texts)
  const points = trendPoints(
    row.months.map(({ percent }) => percent),
    WIDTH,
    HEIGHT,
  )
  const values = row.months.map(({ month, percent }) => `${month} ${percent === null ? t.noRate : `${percent}%`}`).join(', ')
  return (
    <svg className="board-trend" viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`} role="img" aria-label={t.trend(name, values)}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="2" />
      ))}
    </svg>
  )
}
