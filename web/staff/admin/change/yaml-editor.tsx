import { type ReactNode, type RefObject, useId, useRef } from 'react'
import type { LineProblem } from '../../../http/shapes/admin-item.ts'
import { useTexts } from '../../shell/language.tsx'
import '../admin.css'
import { texts } from './texts.ts'

interface Props {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly problems: readonly LineProblem[]
  readonly readOnly?: boolean
  readonly area: RefObject<HTMLTextAreaElement | null>
}

/** A file as text with the numbers of its lines; those with a breach are marked by a sign and by colour. */
export function YamlEditor({ value, onChange, problems, readOnly = false, area }: Props): ReactNode {
  const t = useTexts(texts)
  const id = useId()
  const gutter = useRef<HTMLDivElement>(null)
  const wrong = new Map(problems.map(({ line, severity }) => [line, severity]))
  return (
    <div>
      <label htmlFor={id}>{t.text}</label>
      <div className="yaml">
        <div className="yaml-lines" aria-hidden="true" ref={gutter}>
          {value.split('\n').map((_, index) => {
            const severity = wrong.get(index + 1)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number alone
              <div key={index} className={severity === undefined ? '' : `yaml-${severity}`}>
                {severity === undefined ? '' : '✕ '}
                {index + 1}
              </div>
            )
          })}
        </div>
        <textarea
          id={id}
          ref={area}
          className="yaml-text"
          wrap="off"
          spellCheck={false}
          rows={22}
          readOnly={readOnly}
          value={value}
          aria-describedby={`${id}-problems`}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
      <p id={`${id}-problems`} className="admin-hint">
        {t.editorHint}
      </p>
    </div>
  )
}
