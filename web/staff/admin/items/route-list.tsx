import type { ReactNode } from 'react'
import { amountWords } from '../../../../domain/clocks/date-words.ts'
import type { Amount } from '../../../../domain/clocks/types.ts'
import type { RoutedItem } from '../../../http/shapes/admin-item.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

/** The route in words: each stage with its window, limits, co-handlers and where its outcomes lead. */
export function RouteList({ item }: { readonly item: RoutedItem }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const words = ({ amount, unit }: Amount): string => amountWords(amount, unit, language)
  const when = (condition: string | null): string => (condition === null ? '' : ` (${t.when(condition)})`)
  return (
    <ol>
      {item.route.map((stage) => (
        <li key={stage.code}>
          <strong>{stage.name[language]}</strong> {stage.code === item.start && `（${t.starts}）`}
          <div>
            {t.window}: {stage.window.name[language]} · {t.sign} {words(stage.signLimit)} · {t.working} {words(stage.workingLimit)} ·{' '}
            {t.returned} {words(stage.returnLimit)}
          </div>
          <div>
            {t.status}: {stage.statusText[language]}
          </div>
          {stage.coHandlers.map((each) => (
            <div key={each.window.name.en}>
              {t.coHandler}: {each.window.name[language]} · {words(each.limit)}
              {when(each.when)}
            </div>
          ))}
          <ul aria-label={t.outcomes}>
            {stage.outcomes.flatMap((outcome) =>
              outcome.leadsTo.map((lead) => (
                <li key={`${outcome.code} ${lead.when ?? ''}`}>
                  {t.leads(outcome.name[language], lead.name[language])}
                  {when(lead.when)}
                </li>
              )),
            )}
          </ul>
        </li>
      ))}
    </ol>
  )
}
