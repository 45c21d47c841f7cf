import type { Language } from '../../../domain/text.ts'
import type { FormAnswer } from '../../http/shapes/appeal.ts'

/** An answer of the form as it is read; `withheld` stands for what is not the reader's. */
export function answerWords({ text, value, withheld: isWithheld }: FormAnswer, language: Language, withheld: string): string {
  if (isWithheld) return withheld
  if (text !== null) return text[language]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '')
}
