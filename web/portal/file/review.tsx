/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { Item, ItemField } from '../../http/shapes/item.ts'
import { texts as portalTexts } from '../parts/texts.ts'
import { type Answers, paperOf, type PaperWay } from './answers.ts'
import { texts } from './texts.ts'

interface Props {
  readonly item: Item
  readonly answers: Answers
  readonly language: Language
  readonly onChangeStep: (step: 0 | 1) => void
}

/** Everything that will be sent, to be checked. */
export function Review({ item, answers, language, onChangeStep }: Props): VNode {
  const t = texts[language]
  const ways: Readonly<Record<PaperWay, string>> = { provided: t.paperNow, promised: t.paperLater, none: t.paperNone, '': t.notGiven }
  return (
    <>
      <p>{t.checkIntro}</p>
      <section class="card" aria-labelledby="review-form">
        <h3 id="review-form">{t.stepForm}</h3>
        <dl>
          {item.form.map((field) => (
            <div key={field.code}>
              <dt>{field.label[language]}</dt>
              <dd>{shown(field, answers.form[field.code] ?? '', language)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="plain" onClick={() => onChangeStep(0)}>
          {t.change}
          <span class="unseen"> {t.stepForm}</span>
        </button>
      </section>
      <section class="card" aria-labelledby="review-papers">
        <h3 id="review-papers">{t.papers}</h3>
        <dl>
          {item.materials.map(({ code, name }) => {
            const { way, files } = paperOf(answers, code)
            return (
              <div key={code}>
                <dt>{name[language]}</dt>
                <dd>
                  {ways[way]}
                  {way === 'provided' && files.length > 0 && t.files(files.length)}
                </dd>
              </div>
            )
          })}
        </dl>
        <button type="button" class="plain" onClick={() => onChangeStep(1)}>
          {t.change}
          <span class="unseen"> {t.papers}</span>
        </button>
      </section>
    </>
  )
}

function shown(field: ItemField, typed: string, language: Language): string {
  const text = typed.trim()
  if (text === '') return texts[language].notGiven
  const { yes, no } = portalTexts[language]
  if (field.type === 'boolean') return text === 'true' ? yes : no
  return field.options?.find((option) => option.code === text)?.label[language] ?? text
}
