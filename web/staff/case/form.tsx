import type { ReactNode } from 'react'
import type { FormAnswer } from '../../http/shapes/appeal.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

/** What was filed, question by question. */
export function FiledForm({ form }: { readonly form: readonly FormAnswer[] }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const words = ({ withheld, text, value }: FormAnswer): string => {
    if (withheld) return t.withheld
    if (text !== null) return text[language]
    return value === undefined || value === null || value === '' ? t.unanswered : String(value)
  }
  return (
    <dl className="case-answers">
      {form.map((answer) => (
        <div key={answer.code}>
          <dt>{answer.label[language]}</dt>
          <dd>{words(answer)}</dd>
        </div>
      ))}
    </dl>
  )
}
