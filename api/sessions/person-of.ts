import type { Deps } from '../deps.ts'
import { SESSION_IDLE_MS } from './lifetimes.ts'
import type { Person } from './person.ts'

/** The person of a live session with today's grants; null when the session has ended or the account is closed. */
export async function personOf(tokenHash: string, deps: Deps): Promise<Person | null> {
  const at = deps.realNow()
  const ref = await deps.sessions.use(tokenHash, at, at + SESSION_IDLE_MS)
  if (ref === null) return null
  if (ref.kind === 'expert') {
    const expert = await deps.people.expertById(ref.id)
    return expert === null ? null : { kind: 'expert', id: expert.id, name: expert.name, language: expert.language, tokenHash }
  }
  const staff = await deps.people.staffById(ref.id)
  if (staff === null || !staff.active) return null
  const grants = await deps.people.grantsOf(staff.id, await deps.today())
  return { kind: 'staff', id: staff.id, username: staff.username, name: staff.name, language: staff.language, grants, tokenHash }
}
