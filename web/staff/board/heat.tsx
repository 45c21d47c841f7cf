import type { ReactNode } from 'react'
import type { Figures, WindowFigures } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { heatOf } from './picture.ts'
import { texts } from './texts.ts'

/** Windows by matters: how much is open and how much of it overdue, the worst window first. */
export function Heat({ windows, items }: Pick<Figures, 'windows' | 'items'>): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const worst = [...windows].sort(
    (a, b) => b.figures.overdue.count - a.figures.overdue.count || b.figures.open.count - a.figures.open.count,
  )
  return (
    <div className="board-scroll">
      <table className="board-table" aria-label={t.heat}>
        <thead>
          <tr>
            <th scope="col">{t.window}</th>
            {items.map(({ item, name }) => (
              <th scope="col" key={item}>
                {name[language]}
              </th>
            ))}
            <th scope="col">{t.all}</th>
          </tr>
        </thead>
        <tbody>
          {worst.map((window) => (
            <tr key={window.window}>
              <th scope="row">{window.windowName[language]}</th>
              {items.map(({ item, name }) => (
                <Cell key={item} window={window} item={item} name={name[language]} />
              ))}
              <td>
                <NumberLink of={window.figures.open} name={window.windowName[language]} />
                {window.figures.overdue.count > 0 && (
                  <NumberLink of={window.figures.overdue} name={`${window.windowName[language]} ${t.heldOverdue}`} className="board-late">
                    {t.overdueOf(window.figures.overdue.count)}
                  </NumberLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ window, item, name }: { readonly window: WindowFigures; readonly item: string; readonly name: string }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const of = window.items.find((each) => each.item === item)
  if (of === undefined) return <td className="board-none">–</td>
  const label = t.cell(window.windowName[language], name, of.open.count, of.overdue.count)
  return (
    <td className={`heat-${heatOf(of.open.count, of.overdue.count)}`}>
      <NumberLink of={of.open} name={label} />
      {of.overdue.count > 0 && (
        <NumberLink of={of.overdue} name={label} className="board-late">
          {t.overdueOf(of.overdue.count)}
        </NumberLink>
      )}
    </td>
  )
}
