import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { hashPassword } from '../../../api/sessions/passwords.ts'
import type { Database } from '../../../prisma/database.ts'
import { createMembershipStore } from '../../../prisma/stores/membership-store.ts'
import { createPeopleStore, type Written } from '../../../prisma/stores/people-store.ts'
import { codeMaker } from '../item/slug.ts'
import type { DerivedRoute } from '../item/derive.ts'
import { windowOf } from '../item/write-catalogue.ts'
import type { EventLog } from '../log/event-log.ts'
import type { Api } from './http.ts'
import { inParallel } from './in-parallel.ts'

/** A signed-in person. */
export interface SignedIn {
  readonly id: string
  readonly token: string
}

/** Everybody the replay needs, signed in. */
export interface People {
  /** by the officer's name in the log */
  readonly officers: ReadonlyMap<string, SignedIn>
  readonly auditor: SignedIn
  /** id of the expert for whom a case is filed, by the id of the case */
  readonly experts: ReadonlyMap<string, string>
}

const FIRST_DAY = '2020-01-01'
const AT_ONCE = 8
const withId = z.object({ id: z.string() })
const session = z.object({ token: z.string(), person: withId })

/**
 * Creates one expert a case, and through the administration of the API the officers of the log as clerks
 * of the windows whose tasks they completed, and an auditor. The first administrator and the experts
 * have no route and are written by the store.
 */
export async function createPeople(api: Api, database: Database, province: string, log: EventLog, route: DerivedRoute): Promise<People> {
  const password = randomBytes(12).toString('hex')
  const signIn = async (username: string): Promise<SignedIn> => {
    const { token, person } = await api.send({ method: 'POST', path: '/api/sessions', body: { username, password }, answer: session })
    return { id: person.id, token }
  }
  const username = codeMaker('officer')
  await firstAdministrator(database, username('replay administrator'), password)
  const { token } = await signIn(username('replay administrator'))
  const add = (path: string, body: unknown): Promise<{ id: string }> =>
    api.send({ method: 'POST', path: `/api/admin/${path}`, token, body, answer: withId })
  const addStaff = (name: string): Promise<{ id: string }> =>
    add('staff', { username: username(name), name, email: `${username(name)}@replay.example`, password })

  const auditor = await addStaff('replay auditor')
  await add('memberships', { staffId: auditor.id, role: 'auditor' })
  const names = [...new Set(route.stages.flatMap((stage) => stage.officers))]
  const officers = new Map<string, SignedIn>()
  await inParallel(names, AT_ONCE, async (name) => {
    const { id } = await addStaff(name)
    for (const stage of route.stages.filter((each) => each.officers.includes(name))) {
      await add('memberships', { staffId: id, role: 'clerk', window: windowOf(province, stage.code) })
    }
    officers.set(name, await signIn(username(name)))
  })
  return { officers, auditor: await signIn(username('replay auditor')), experts: await createExperts(database, province, log) }
}

async function firstAdministrator(database: Database, username: string, password: string): Promise<void> {
  const staff = {
    username,
    name: 'Replay administrator',
    email: `${username}@replay.example`,
    language: 'en',
    passwordHash: await hashPassword(password),
  } as const
  const { id } = rowOf(await createPeopleStore(database).createStaff(staff))
  rowOf(
    await createMembershipStore(database).add({
      staffId: id,
      role: 'administrator',
      window: null,
      station: null,
      validFrom: FIRST_DAY,
      validTo: null,
    }),
  )
}

async function createExperts(database: Database, station: string, log: EventLog): Promise<ReadonlyMap<string, string>> {
  const store = createPeopleStore(database)
  const experts = new Map<string, string>()
  await inParallel([...log.entries()], AT_ONCE, async ([place, { id }]) => {
    const expert = {
      name: `Applicant of ${id}`.slice(0, 100),
      email: `applicant-${place + 1}@replay.example`,
      language: 'en',
      tier: 'C',
      station,
      employer: null,
      leaderContact: null,
      liaison: null,
    } as const
    experts.set(id, rowOf(await store.createExpert(expert)).id)
  })
  return experts
}

function rowOf<T>(written: Written<T>): T {
  if (written.kind !== 'written') throw new Error(`a person of the replay could not be written: ${written.kind}`)
  return written.row
}
