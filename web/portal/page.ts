import type { Language } from '../../domain/text.ts'
import type { Person } from '../http/person.ts'

/** What the server knows of a request when it draws a page of the portal. */
export interface PageRequest {
  /** Path and query, e.g. /my?all=1 */
  readonly url: string
  readonly language: Language
  /** Asks the product's own JSON API as the person who reads; a refusal is thrown as an error with its `status`. */
  readonly ask: <T>(path: string) => Promise<T>
  readonly person: Person | null
}

/** What a page is drawn from, in the server and again in the browser: plain JSON. */
export interface PageData {
  readonly page: string
  readonly language: Language
  readonly person: Person | null
  /** What the page itself asked for. */
  readonly content: unknown
}

/** The answer to a request: a page, or another address. */
export type Drawn =
  | { readonly status: number; readonly title: string; readonly html: string; readonly data: PageData }
  | { readonly redirect: string }
