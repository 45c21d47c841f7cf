import type { SignedIn } from '../../prisma/readers/signed-in-reader.ts'
import type { Deps } from '../deps.ts'
import { SESSION_IDLE_MS } from './lifetimes.ts'
import type { Person } from './person.ts'

/** The idle end moves only when it has come this much nearer, so that reading a page seldom writes. */
const IDLE_STEP_MS = 60_000

/** The person of a live session with today's grants; null when the session has ended or the account is closed. */
export async function personOf(tokenHash: string, deps: Deps): Promise<Person | null> {
  const at = deps.realNow()
  const found = await deps.signedIn.find(tokenHash, at, await deps.today())
  if (found === null) return null
  if (at + SESSION_IDLE_MS - found.idleUntil > IDLE_STEP_MS) await deps.sessions.use(tokenHash, at, at + SESSION_IDLE_MS)
  return personIn(found, tokenHash)
}

/** The same without taking it for a use: a page that is only open keeps no session alive. */
export async function personStill(tokenHash: string, deps: Pick<Deps, 'realNow' | 'signedIn' | 'today'>): Promise<Person | null> {
  const found = await deps.signedIn.find(tokenHash, deps.realNow(), await deps.today())
  return found === null ? null : personIn(found, tokenHash)
}

function personIn(found: SignedIn, tokenHash: string): Person {
  const { id, name, language, username, grants } = found
  return username === null
    ? { kind: 'expert', id, name, language, tokenHash }
    : { kind: 'staff', id, username, name, language, grants, tokenHash }
}
