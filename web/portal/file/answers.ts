import type { FileRef } from '../../http/shapes/appeal.ts'
import type { Draft, Item, ItemField } from '../../http/shapes/item.ts'

/** How a paper comes: now, promised for later, or not at all; '' while nothing is said. */
export type PaperWay = 'provided' | 'promised' | 'none' | ''

export interface Paper {
  readonly way: PaperWay
  readonly files: readonly FileRef[]
}

/** What is typed so far: answers as the fields hold them, by code, and papers by code. */
export interface Answers {
  readonly form: Readonly<Record<string, string>>
  readonly papers: Readonly<Record<string, Paper>>
}

const NOTHING: Paper = { way: '', files: [] }

export function paperOf(answers: Answers, code: string): Paper {
  return answers.papers[code] ?? NOTHING
}

/** A filing as `POST /api/appeals` takes it; fields that are empty are left out. */
export interface Filing {
  readonly item: string
  readonly form: Readonly<Record<string, string | number | boolean>>
  readonly materials: readonly PaperGiven[]
  readonly confirmDuplicate: boolean
}

type PaperGiven =
  | { readonly code: string; readonly provided: true; readonly files?: readonly string[] }
  | { readonly code: string; readonly promised: true }

export function filingOf(item: Item, answers: Answers, confirmDuplicate: boolean): Filing {
  const form: Record<string, string | number | boolean> = {}
  for (const field of item.form) {
    const value = answerOf(field, answers.form[field.code] ?? '')
    if (value !== null) form[field.code] = value
  }
  const materials = item.materials.flatMap(({ code }): PaperGiven[] => {
    const { way, files } = paperOf(answers, code)
    if (way === 'promised') return [{ code, promised: true }]
    if (way !== 'provided') return []
    return [{ code, provided: true, ...(files.length > 0 && { files: files.map((file) => file.id) }) }]
  })
  return { item: item.code, form, materials, confirmDuplicate }
}

/** One answer in the type of its field; what cannot be read as a number stays a text, so that the API says what is wrong. */
function answerOf(field: ItemField, typed: string): string | number | boolean | null {
  const text = typed.trim()
  if (text === '') return null
  if (field.type === 'boolean') return text === 'true'
  if (field.type !== 'integer' && field.type !== 'number') return text
  return Number.isFinite(Number(text)) ? Number(text) : text
}

/** What is kept as a draft. */
export function draftOf(answers: Answers): { readonly form: Answers['form']; readonly materials: readonly object[] } {
  const materials = Object.entries(answers.papers)
    .filter(([, { way, files }]) => way !== '' || files.length > 0)
    .map(([code, { way, files }]) => ({
      code,
      ...(way === 'none' ? { provided: false } : {}),
      ...(way === 'provided' ? { provided: true } : {}),
      ...(way === 'promised' ? { promised: true } : {}),
      ...(files.length > 0 && { files: files.map(({ id, name, size }) => ({ id, name, size })) }),
    }))
  return { form: Object.fromEntries(Object.entries(answers.form).filter(([, text]) => text !== '')), materials }
}

/** What a draft holds of the item's fields and papers; what the item no longer asks for is left out. */
export function answersOf(item: Item, draft: Draft | null): Answers {
  const form: Record<string, string> = {}
  for (const { code } of item.form) {
    const value = draft?.form[code]
    if (value !== undefined) form[code] = String(value)
  }
  const papers: Record<string, Paper> = {}
  for (const given of draft?.materials ?? []) {
    const material = item.materials.find((each) => each.code === given['code'])
    if (material !== undefined) papers[material.code] = { way: wayOf(given), files: filesOf(given['files']) }
  }
  return { form, papers }
}

function wayOf(given: Readonly<Record<string, unknown>>): PaperWay {
  if (given['promised'] === true) return 'promised'
  if (given['provided'] === true) return 'provided'
  return given['provided'] === false ? 'none' : ''
}

function filesOf(given: unknown): readonly FileRef[] {
  return Array.isArray(given) ? given.filter(isFile) : []
}

function isFile(value: unknown): value is FileRef {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value
}
