import type { Language } from '../../domain/text.ts'
import { type Client, createClient } from '../http/client.ts'
import { signedOut } from './signed-out.ts'

/** The API as the portal asks it in the browser; a session that ended is asked for again over the page, which stays. */
export function client(language: Language): Client {
  return createClient({ language: () => language, onSignedOut: signedOut.ended })
}

/** The same for signing in itself, where 401 means a wrong code. */
export function signInClient(language: Language): Client {
  return createClient({ language: () => language })
}
