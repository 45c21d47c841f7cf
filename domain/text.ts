/** The two languages of every text the product shows. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in both languages; a missing language does not compile. */
export type Text = Readonly<Record<Language, string>>
