import type { Language } from '../../domain/text.ts'

/** A text, or one made of what is known when it is shown. */
// biome-ignore lint/suspicious/noExplicitAny: a text may be made of anything; both languages must take the same
type TextLeaf = string | ((...parts: any[]) => string)
export interface Texts {
  readonly [name: string]: TextLeaf | Texts
}

/** A table with the same names and parts, in other words. */
export type SameTexts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer P) => string
      ? (...parts: P) => string
      : SameTexts<T[K]>
}

/**
 * The texts of one page in both languages, in a file called `texts.ts` beside it. What lacks in English
 * does not compile, and the build of the pages fails for an empty or missing one (scripts/build/pages.mjs).
 */
export function defineTexts<const T extends Texts>(tables: {
  readonly zh: T
  readonly en: SameTexts<T>
}): Readonly<Record<Language, SameTexts<T>>> {
  return { zh: tables.zh as unknown as SameTexts<T>, en: tables.en }
}
