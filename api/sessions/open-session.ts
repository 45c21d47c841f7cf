import type { Deps } from '../deps.ts'
import type { PersonRef } from '../../prisma/stores/session-store.ts'
import { sessionCookie } from './cookie.ts'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from './lifetimes.ts'
import { hashOf, newToken } from './token.ts'

/** Opens a session: the token for the answer's body, and the Set-Cookie value that carries the same. */
export async function openSession(
  person: PersonRef,
  deps: Deps,
): Promise<{ token: string; cookie: string; endsAt: number; tokenHash: string }> {
  const token = newToken()
  const tokenHash = hashOf(token)
  const at = deps.realNow()
  const endsAt = at + SESSION_ABSOLUTE_MS
  await deps.sessions.create({ tokenHash, person, at, idleUntil: at + SESSION_IDLE_MS, absoluteUntil: endsAt })
  const secure = deps.settings.production || (deps.settings.publicOrigin?.startsWith('https:') ?? false)
  return { token, cookie: sessionCookie(token, { secure, maxAgeSeconds: SESSION_ABSOLUTE_MS / 1000 }), endsAt, tokenHash }
}
