import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { BulkAnswer } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { tallyOf } from './bulk.ts'
import { texts } from './texts.ts'

/** What became of each appeal of a press on many; those that were refused are told with the sentence of the rules. */
export function BulkResults({ answer }: { readonly answer: BulkAnswer }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { done, refused } = tallyOf(answer)
  return (
    <div role="status" aria-live="polite">
      <Alert
        type={refused === 0 ? 'success' : 'warning'}
        showIcon
        title={answer.finished ? t.result(done, refused) : t.working(done + refused, answer.total)}
        description={
          <ul className="board-results">
            {answer.beyond && <li>{t.beyond}</li>}
            {answer.results.map(({ target, number, state, problem }) => (
              <li key={target}>
                {number}: {problem === null ? (state === 'done' ? t.rowDone : '…') : problem[language]}
              </li>
            ))}
          </ul>
        }
      />
    </div>
  )
}
