/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { amountWords } from '../../../domain/clocks/date-words.ts'
import type { Amount } from '../../../domain/clocks/types.ts'
import type { Language } from '../../../domain/text.ts'
import type { Item } from '../../http/shapes/item.ts'
import { texts } from './texts.ts'

/** What the item is for, on what law it rests, and how long it takes. */
export function AboutItem({ item, language }: { readonly item: Item; readonly language: Language }): VNode {
  const t = texts[language]
  const { acceptance, legal, promised } = item.limits
  const words = (amount: Amount): string => amountWords(amount.amount, amount.unit, language)
  const tiers = [...new Set(Object.values(promised).map(words))]
  return (
    <>
      <p>{item.summary[language]}</p>
      <details>
        <summary>{t.limits}</summary>
        <ul>
          {acceptance !== null && <li>{t.acceptIn(words(acceptance))}</li>}
          {tiers.length > 0 && <li>{t.promisedIn(tiers.join(' / '))}</li>}
          {legal !== null && <li>{t.legalIn(words(legal))}</li>}
        </ul>
        <p class="quiet">
          {t.basis}
          {language === 'zh' ? '：' : ': '}
          {item.legalBasis[language]}
        </p>
      </details>
    </>
  )
}
