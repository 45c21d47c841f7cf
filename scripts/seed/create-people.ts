import { z } from 'zod'
import { hashPassword } from '../../api/sessions/passwords.ts'
import { DAY_MS } from '../../domain/clocks/local-date.ts'
import type { Database } from '../../prisma/database.ts'
import { createPeopleReader } from '../../prisma/readers/people-reader.ts'
import { createMembershipStore } from '../../prisma/stores/membership-store.ts'
import { createPeopleStore } from '../../prisma/stores/people-store.ts'
import { inParallel } from './in-parallel.ts'
import { expectStatus, type OfficeClient } from './office-client.ts'
import { addressOf, type DemoPeople, type DemoStaff, passwordOf } from './people-data.ts'

const AT_ONCE = 6
const ADMINISTRATOR = 'admin'

const session = z.object({ token: z.string() })
const staffPage = z.object({ staff: z.array(z.object({ id: z.string(), username: z.string() })), next: z.string().nullable() })
const created = z.object({ id: z.string() })
const memberships = z.object({
  memberships: z.array(z.object({ staffId: z.string(), role: z.string(), window: z.string().nullable(), station: z.string().nullable() })),
})

/** Who a demo person is in the database. */
export interface KnownPeople {
  /** Staff ids by user name. */
  readonly staff: ReadonlyMap<string, string>
  /** Expert ids by address. */
  readonly experts: ReadonlyMap<string, string>
}

interface Making {
  readonly client: OfficeClient
  readonly database: Database
  readonly people: DemoPeople
  /** Last working day, on which absences begin. */
  readonly lastDay: string
}

/**
 * Brings the people of the demo in, those that are missing: the first administrator and what has no route
 * (experts, absences) by the stores, all other staff and their roles by the administrator through the API.
 */
export async function createPeople({ client, database, people, lastDay }: Making): Promise<KnownPeople> {
  await firstAdministrator(database, people)
  const token = await signInStaff(client, ADMINISTRATOR)
  const staff = await createStaff(client, token, people)
  await giveRoles(client, token, people.staff, staff)
  const experts = await createExperts(database, people, staff)
  await noteAbsences(database, people, staff, lastDay)
  return { staff, experts }
}

/** A session by user name and demo password; its token. */
export async function signInStaff(client: OfficeClient, username: string): Promise<string> {
  const answer = await client.post(null, '/api/sessions', { username, password: passwordOf(username) })
  return session.parse(expectStatus(answer, 201, `signing in as ${username}`)).token
}

async function firstAdministrator(database: Database, people: DemoPeople): Promise<void> {
  const admin = people.staff.find((one) => one.username === ADMINISTRATOR)
  if (!admin) throw new Error(`staff.yaml has no ${ADMINISTRATOR}`)
  if ((await createPeopleReader(database).staffByUsername(ADMINISTRATOR)) !== null) return
  const { username, name, language, role, from } = admin
  const passwordHash = await hashPassword(passwordOf(username))
  const written = await createPeopleStore(database).createStaff({ username, name, language, email: addressOf(username), passwordHash })
  if (written.kind !== 'written') throw new Error(`the administrator cannot be created: ${written.kind}`)
  await createMembershipStore(database).add({ staffId: written.row.id, role, window: null, station: null, validFrom: from, validTo: null })
}

async function createStaff(client: OfficeClient, token: string, people: DemoPeople): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (let next: string | null = ''; next !== null; ) {
    const answer = await client.get(token, `/api/admin/staff?limit=200${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`)
    const page: z.output<typeof staffPage> = staffPage.parse(expectStatus(answer, 200, 'listing staff'))
    for (const one of page.staff) known.set(one.username, one.id)
    next = page.next
  }
  const wanted = [...people.staff, ...people.leaders.map((leader) => ({ ...leader, language: 'zh' as const }))]
  const missing = wanted.filter((one) => !known.has(one.username))
  await inParallel(missing, AT_ONCE, async ({ username, name, language }) => {
    const answer = await client.post(token, '/api/admin/staff', {
      username,
      name,
      language,
      email: addressOf(username),
      password: passwordOf(username),
    })
    known.set(username, created.parse(expectStatus(answer, 201, `adding ${username}`)).id)
  })
  return known
}

async function giveRoles(
  client: OfficeClient,
  token: string,
  staff: readonly DemoStaff[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const answer = await client.get(token, '/api/admin/memberships')
  const held = new Set(
    memberships
      .parse(expectStatus(answer, 200, 'listing roles'))
      .memberships.map((one) => [one.staffId, one.role, one.window ?? one.station ?? ''].join(' ')),
  )
  const wanted = staff.flatMap((one) => placesOf(one).map((place) => ({ one, place, staffId: idOf(ids, one.username) })))
  const missing = wanted.filter(({ one, place, staffId }) => !held.has([staffId, one.role, place.window ?? place.station ?? ''].join(' ')))
  await inParallel(missing, AT_ONCE, async ({ one, place, staffId }) => {
    const body = { staffId, role: one.role, ...place, validFrom: one.from, ...(one.to === undefined ? {} : { validTo: one.to }) }
    expectStatus(await client.post(token, '/api/admin/memberships', body), 201, `a role for ${one.username}`)
  })
}

function placesOf(one: DemoStaff): { window?: string; station?: string }[] {
  if (one.windows.length > 0) return one.windows.map((window) => ({ window }))
  return one.station === undefined ? [{}] : [{ station: one.station }]
}

async function createExperts(database: Database, people: DemoPeople, staff: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const [reader, store] = [createPeopleReader(database), createPeopleStore(database)]
  const idOrNull = (name: string | undefined): string | null => (name === undefined ? null : idOf(staff, name))
  const rows = await inParallel(people.experts, AT_ONCE, async ({ leader, liaison, ...expert }): Promise<[string, string]> => {
    const before = await reader.expertByEmail(expert.email)
    if (before !== null) return [expert.email, before.id]
    const written = await store.createExpert({ ...expert, leaderContact: idOrNull(leader), liaison: idOrNull(liaison) })
    if (written.kind !== 'written') throw new Error(`expert ${expert.email} cannot be created: ${written.kind}`)
    return [expert.email, written.row.id]
  })
  return new Map(rows)
}

async function noteAbsences(database: Database, people: DemoPeople, staff: ReadonlyMap<string, string>, fromDay: string): Promise<void> {
  const store = createMembershipStore(database)
  for (const { staff: away, substitute, days } of people.absences) {
    const staffId = idOf(staff, away)
    if ((await store.absencesOf(staffId)).length > 0) continue
    const toDay = new Date(Date.parse(fromDay) + days * DAY_MS).toISOString().slice(0, 10)
    await store.addAbsence({ staffId, substituteId: idOf(staff, substitute), fromDay, toDay })
  }
}

function idOf(ids: ReadonlyMap<string, string>, username: string): string {
  const id = ids.get(username)
  if (id === undefined) throw new Error(`staff.yaml has no ${username}`)
  return id
}
