/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { Problem } from '../../http/problem.ts'
import { texts } from './texts.ts'

interface Props {
  readonly problem: Problem
  readonly language: Language
  readonly isSending: boolean
  readonly onConfirm: () => void
}

/** There is an open appeal for this already: look at it, or say that another is meant. */
export function Duplicate({ problem, language, isSending, onConfirm }: Props): VNode {
  const t = texts[language]
  const number = String(problem.body['number'] ?? '')
  return (
    <div class="card errors" role="alert">
      <p>
        {t.duplicate}
        <a href={`/my/appeals/${number}`}>{number}</a>
      </p>
      <button type="button" disabled={isSending} onClick={onConfirm}>
        {t.duplicateSure}
      </button>
    </div>
  )
}
