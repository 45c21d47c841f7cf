import type { Language } from '../../../domain/text.ts'
import type { Item, ItemField } from '../../http/shapes/item.ts'
import { type Answers, paperOf } from './answers.ts'
import { texts } from './texts.ts'

/** What is wrong, by field: `form.<code>`, `materials.<code>`. */
export type Errors = ReadonlyMap<string, string>

/** Greatest lengths where the item names none (the API's own). */
const LONGEST = { text: 200, 'long-text': 4000 } as const

/** What can be said before sending; the API checks all of it again. */
export function checkForm(item: Item, answers: Answers, language: Language): Errors {
  const found = item.form.flatMap((field): [string, string][] => {
    const wrong = wrongWith(field, (answers.form[field.code] ?? '').trim(), language)
    return wrong === null ? [] : [[`form.${field.code}`, wrong]]
  })
  return new Map(found)
}

export function checkPapers(item: Item, answers: Answers, language: Language): Errors {
  const t = texts[language]
  const found = item.materials.flatMap((material): [string, string][] => {
    const { way } = paperOf(answers, material.code)
    return material.required && (way === '' || way === 'none') ? [[`materials.${material.code}`, t.paperNeeded]] : []
  })
  return new Map(found)
}

function wrongWith(field: ItemField, text: string, language: Language): string | null {
  const t = texts[language]
  if (text === '') return field.required ? t.needed : null
  switch (field.type) {
    case 'integer':
    case 'number': {
      const value = Number(text)
      if (!Number.isFinite(value)) return t.notNumber
      if (field.type === 'integer' && !Number.isInteger(value)) return t.notWhole
      if (field.min !== undefined && value < field.min) return t.atLeast(field.min)
      return field.max !== undefined && value > field.max ? t.atMost(field.max) : null
    }
    case 'text':
    case 'long-text': {
      const length = [...text].length
      const longest = field.max ?? LONGEST[field.type]
      if (length > longest) return t.tooLong(length, longest)
      return field.min !== undefined && length < field.min ? t.tooShort(field.min) : null
    }
    case 'date':
      return isDay(text) ? null : t.notDay
    case 'choice':
    case 'boolean':
      return null
  }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The fields of a refusal as the page names them: the API counts papers by their place in what was sent. */
export function atOurFields(errors: ReadonlyMap<string, string>, sent: readonly { readonly code: string }[]): Errors {
  return new Map(
    [...errors].map(([field, sentence]) => {
      const place = /^materials\.(\d+)(?:\.|$)/.exec(field)?.[1]
      const code = place === undefined ? undefined : sent[Number(place)]?.code
      return [code === undefined ? field : `materials.${code}`, sentence]
    }),
  )
}
