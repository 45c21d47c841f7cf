import type { Language } from '../../domain/text.ts'
import { type Client, createClient } from '../http/client.ts'

/** The API as the portal asks it in the browser; a session that ended leads to the sign-in and back. */
export function client(language: Language): Client {
  return createClient({ language: () => language })
}
