import FlagFilled from '@ant-design/icons/FlagFilled'
import type { ReactNode } from 'react'
import type { WindowFigures } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { NumberLink } from './number-link.tsx'
import { texts } from './texts.ts'
import { FIGURE_WORDS } from '../../../domain/figures/figure-words.ts'

const COLUMNS = ['yellow', 'red', 'unsigned', 'extension-late', 'pause-suspicious'] as const

/** Cards and marks by accountable window, the reddest first. */
export function Windows({ windows }: { readonly windows: readonly WindowFigures[] }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const sorted = [...windows].sort((a, b) => b.figures.red.count - a.figures.red.count || b.figures.yellow.count - a.figures.yellow.count)
  return (
    <div className="board-scroll">
      <table className="board-table" aria-label={t.cards}>
        <thead>
          <tr>
            <th scope="col">{t.window}</th>
            {COLUMNS.map((figure) => (
              <th scope="col" key={figure}>
                {(figure === 'yellow' || figure === 'red') && <FlagFilled className={`board-flag-${figure}`} />}{' '}
                {FIGURE_WORDS[figure].name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ window, windowName, figures }) => (
            <tr key={window}>
              <th scope="row">{windowName[language]}</th>
              {COLUMNS.map((figure) => (
                <td key={figure}>
                  <NumberLink of={figures[figure]} name={`${windowName[language]} ${FIGURE_WORDS[figure].name[language]}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
