import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { hashPassword } from '../../api/sessions/passwords.ts'
import type { Database } from '../../prisma/database.ts'
import { createMembershipStore } from '../../prisma/stores/membership-store.ts'
import { createPeopleStore } from '../../prisma/stores/people-store.ts'
import type { Api } from '../../scripts/replay/run/http.ts'

const progress = z.object({
  id: z.string(),
  total: z.number(),
  done: z.number(),
  moved: z.number(),
  failed: z.number(),
  refused: z.number(),
})
const preview = z.object({ digest: z.string(), clocksMoved: z.number(), next: z.string().nullable() })
const session = z.object({ token: z.string() })
const ASK_MS = 100
const FIRST_DAY = '2020-01-01'

export interface ChangeRun {
  /** from the confirmation to the last appeal moved, real time */
  readonly seconds: number
  readonly appeals: number
  readonly moved: number
  readonly clocksMoved: number
}

/** An administrator who is signed in; the token. */
export async function createAdministrator(api: Api, database: Database): Promise<string> {
  const password = randomBytes(12).toString('hex')
  const username = 'administrator'
  const staff = await createPeopleStore(database).createStaff({
    username,
    name: 'Administrator',
    email: `${username}@bench.example`,
    language: 'zh',
    passwordHash: await hashPassword(password),
  })
  if (staff.kind !== 'written') throw new Error(`the administrator could not be written: ${staff.kind}`)
  const role = { staffId: staff.row.id, role: 'administrator', window: null, station: null, validFrom: FIRST_DAY, validTo: null } as const
  await createMembershipStore(database).add(role)
  const { token } = await api.send({ method: 'POST', path: '/api/sessions', body: { username, password }, answer: session })
  return token
}

/** Previews and confirms the calendar as an administrator does, and waits until every open appeal has moved; throws where one does not. */
export async function runChange(api: Api, token: string, text: string, appeals: number, signal: AbortSignal): Promise<ChangeRun> {
  const seen = await api.send({ method: 'POST', path: '/api/admin/calendars/preview', token, body: { text }, answer: preview })
  if (seen.next !== null) throw new Error('the preview of so few appeals has one part')
  const from = performance.now()
  const body = { text, reason: 'bench', preview: seen.digest }
  const { id } = await api.send({ method: 'POST', path: '/api/admin/calendars/imports', token, body, answer: progress })
  for (;;) {
    const now = await api.send({ method: 'GET', path: `/api/admin/changes/${id}`, token, answer: progress })
    if (now.failed + now.refused > 0) throw new Error(`${now.failed} appeals failed and ${now.refused} were refused`)
    if (now.done >= appeals) {
      return { seconds: (performance.now() - from) / 1000, appeals: now.done, moved: now.moved, clocksMoved: seen.clocksMoved }
    }
    await sleep(ASK_MS, undefined, { signal })
  }
}
