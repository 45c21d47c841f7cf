import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '../../api/sessions/lifetimes.ts'
import { hashOf, newToken } from '../../api/sessions/token.ts'
import type { SessionStore } from '../../prisma/stores/session-store.ts'
import { type KnownPeople, signInStaff } from './create-people.ts'
import type { OfficeClient } from './office-client.ts'

/** Tokens of those who act in the demo; each person signs in once. */
export interface DemoSessions {
  ofStaff(username: string): Promise<string>
  ofExpert(email: string): Promise<string>
}

/**
 * Staff sign in with their demo passwords. An expert's session is opened as their mailed code would open
 * it, since the mails may go to a server whose inbox nobody here can read.
 */
export function createDemoSessions(client: OfficeClient, store: SessionStore, people: KnownPeople): DemoSessions {
  const once = createOnce()
  return {
    ofStaff: (username) => once(`staff ${username}`, () => signInStaff(client, username)),
    ofExpert: (email) =>
      once(`expert ${email}`, async () => {
        const id = people.experts.get(email)
        if (id === undefined) throw new Error(`experts.yaml has no ${email}`)
        const [token, at] = [newToken(), Date.now()]
        await store.create({
          tokenHash: hashOf(token),
          person: { kind: 'expert', id },
          at,
          idleUntil: at + SESSION_IDLE_MS,
          absoluteUntil: at + SESSION_ABSOLUTE_MS,
        })
        return token
      }),
  }
}

function createOnce(): (key: string, open: () => Promise<string>) => Promise<string> {
  const opened = new Map<string, Promise<string>>()
  return (key, open) => {
    const token = opened.get(key) ?? open()
    opened.set(key, token)
    return token
  }
}
