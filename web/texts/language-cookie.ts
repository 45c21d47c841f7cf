import { LANGUAGES, type Language } from '../../domain/text.ts'

/** The language a reader chose for the pages; read by the server, too. */
export const LANGUAGE_COOKIE = 'hongyan_language'

/** Null where none was chosen. */
export function chosenLanguage(cookies: string): Language | null {
  const found = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(cookies)?.[1]
  return LANGUAGES.find((language) => language === found) ?? null
}

/** Keeps a reader's choice for a year. */
export function keepLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there in every browser, and this value needs no escaping
  document.cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`
}
