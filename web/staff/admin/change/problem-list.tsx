import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { LineProblem } from '../../../http/shapes/admin-item.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly problems: readonly LineProblem[]
  readonly onLine: (line: number) => void
}

/** Every breach in words; its button leads to the line. */
export function ProblemList({ problems, onLine }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const isRefused = problems.some((each) => each.severity === 'error')
  if (problems.length === 0) return null
  return (
    <Alert
      role="alert"
      type={isRefused ? 'error' : 'warning'}
      showIcon
      title={isRefused ? t.refused(problems.length) : t.warned(problems.length)}
      description={
        <ul className="admin-problems">
          {problems.map((each) => (
            <li key={`${each.line} ${each.place} ${each.en}`}>
              <Button type="link" size="small" onClick={() => onLine(each.line)}>
                {t.line(each.line)}
              </Button>
              {each.severity === 'warning' && `${t.warning} `}
              {each[language]} {each.place !== '' && <code>{each.place}</code>}
            </li>
          ))}
        </ul>
      }
    />
  )
}
