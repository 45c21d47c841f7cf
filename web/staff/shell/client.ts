import { createClient } from '../../http/client.ts'
import { presentLanguage } from './language.tsx'
import { signedOut } from './signed-out.ts'

/** The API as the staff pages ask it. */
export const client = createClient({ language: presentLanguage, onSignedOut: () => signedOut.ended() })
