/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import type { Item } from '../../http/shapes/item.ts'
import type { Errors } from './check.ts'
import { texts } from './texts.ts'

interface Props {
  readonly item: Item
  readonly errors: Errors
  readonly language: Language
}

/** What is to be put right, each with a link to its field; takes the focus when it appears. */
export function ErrorSummary({ item, errors, language }: Props): VNode | null {
  const t = texts[language]
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.size > 0) box.current?.focus()
  }, [errors])
  if (errors.size === 0) return null
  return (
    <div ref={box} class="card errors" role="alert" tabIndex={-1}>
      <p class="bad">{t.mend}</p>
      <ul>
        {[...errors].map(([field, sentence]) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => toField(event, field)}>
              {nameOf(item, field, language)}
            </a>
            {language === 'zh' ? '：' : ': '}
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}

function toField(event: Event, field: string): void {
  event.preventDefault()
  const place = document.getElementById(field)
  place?.focus()
  place?.scrollIntoView({ block: 'center' })
}

function nameOf(item: Item, field: string, language: Language): string {
  const code = field.slice(field.indexOf('.') + 1)
  const known = item.form.find((each) => each.code === code)?.label ?? item.materials.find((each) => each.code === code)?.name
  return known?.[language] ?? field
}
