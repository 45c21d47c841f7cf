import { type ReactNode, useMemo } from 'react'
import { useTexts } from '../../shell/language.tsx'
import { aroundChanges, lineDiff } from './line-diff.ts'
import { texts } from './texts.ts'

const SIGNS = { same: ' ', added: '+', removed: '−' } as const
const AROUND = 3

/** What an edited file changes of the one in force, line by line, with a few lines around. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const t = useTexts(texts)
  const lines = useMemo(() => lineDiff(before, after), [before, after])
  const [added, removed] = [lines.filter((line) => line.kind === 'added').length, lines.filter((line) => line.kind === 'removed').length]
  if (added + removed === 0) return <p>{t.noDifference}</p>
  return (
    <>
      <p>{t.difference(added, removed)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys */}
      <section className="diff" aria-label={t.differenceTitle} tabIndex={0}>
        <table>
          <tbody>
            {aroundChanges(lines, AROUND).map((line, index) =>
              line === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a gap is known by its place alone
                <tr key={`gap ${index}`} className="diff-gap">
                  <td colSpan={4}>⋯</td>
                </tr>
              ) : (
                <tr key={`${line.oldLine} ${line.newLine}`} className={`diff-${line.kind}`}>
                  <td className="diff-number">{line.oldLine}</td>
                  <td className="diff-number">{line.newLine}</td>
                  <td>
                    <span aria-hidden="true">{SIGNS[line.kind]}</span>
                    {line.kind !== 'same' && <span className="admin-spoken">{line.kind === 'added' ? t.added : t.removed}</span>}
                  </td>
                  <td className="diff-text">{line.text}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
    </>
  )
}
