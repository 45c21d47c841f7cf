import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { PersonRef } from '../../../prisma/stores/session-store.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { personSchema } from '../../schemas/person.ts'
import { SIGN_IN_CODE_TRIES } from '../../sessions/lifetimes.ts'
import { openSession } from '../../sessions/open-session.ts'
import { verifyPassword } from '../../sessions/passwords.ts'
import { personOf } from '../../sessions/person-of.ts'
import { hashOf } from '../../sessions/token.ts'
import { personView } from '../../views/person-view.ts'

const withPassword = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) })
const withCode = z.strictObject({ email: z.string().min(3).max(254), code: z.string().min(1).max(20) })

/** Signs in: staff by user name and password, experts by address and code from the mail. */
export const postSessions = defineRoute({
  method: 'post',
  path: '/api/sessions',
  tag: 'sessions',
  summary: { zh: '登录', en: 'Sign in' },
  allow: 'anyone',
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: z.union([withPassword, withCode]),
  answers: { 201: z.object({ token: z.string(), endsAt: z.iso.datetime(), person: personSchema }) },
  handler: async ({ deps, body, source }) => {
    const account = 'username' in body ? `staff:${body.username}` : `expert:${body.email}`
    await deps.signInGuard.attempt(account, source)
    const ref = 'username' in body ? await byPassword(body, deps) : await byCode(body, deps)
    if (ref === null) throw problem('wrong-credentials')
    await deps.signInGuard.succeeded(account, source)
    const session = await openSession(ref, deps)
    const person = await personOf(session.tokenHash, deps)
    if (person === null) throw problem('wrong-credentials')
    const body201 = { token: session.token, endsAt: new Date(session.endsAt).toISOString(), person: personView(person) }
    return answer(201, body201, { headers: { 'Set-Cookie': session.cookie } })
  },
})

async function byPassword(given: z.output<typeof withPassword>, deps: Deps): Promise<PersonRef | null> {
  const staff = await deps.people.staffByUsername(given.username)
  const right = await verifyPassword(staff?.active ? staff.passwordHash : null, given.password)
  return right && staff !== null ? { kind: 'staff', id: staff.id } : null
}

async function byCode(given: z.output<typeof withCode>, deps: Deps): Promise<PersonRef | null> {
  const expert = await deps.people.expertByEmail(given.email)
  // Asked for an unknown address too, so that the answer takes as long.
  const expertId = expert?.id ?? randomUUID()
  const right = await deps.signInCodes.redeem({
    expertId,
    codeHash: hashOf(`${expertId}:${given.code}`),
    at: deps.realNow(),
    maxTries: SIGN_IN_CODE_TRIES,
  })
  return right && expert !== null ? { kind: 'expert', id: expert.id } : null
}
