import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { hashPassword } from '../../api/sessions/passwords.ts'
import type { Actor } from '../../domain/people/actor.ts'
import type { Database } from '../../prisma/database.ts'
import { createPeopleReader } from '../../prisma/readers/people-reader.ts'
import { createMembershipStore } from '../../prisma/stores/membership-store.ts'
import { createPeopleStore, type Written } from '../../prisma/stores/people-store.ts'
import type { Api } from '../../scripts/replay/run/http.ts'
import { ROUTES, STATION } from '../routes.ts'

/** One actor of the bench: a clerk of every window of the routes, signed in, and the expert they file for. */
export interface BenchActor {
  /** the clerk as the rules see them */
  readonly clerk: Extract<Actor, { kind: 'staff' }>
  readonly token: string
  readonly expertId: string
}

const FIRST_DAY = '2020-01-01'
const session = z.object({ token: z.string() })

/** Writes the actors by the stores and signs them in through the API. */
export async function createActors(api: Api, database: Database, count: number): Promise<readonly BenchActor[]> {
  const people = createPeopleStore(database)
  const reader = createPeopleReader(database)
  const memberships = createMembershipStore(database)
  const password = randomBytes(12).toString('hex')
  const passwordHash = await hashPassword(password)
  const windows = [...new Set(ROUTES.flatMap((route) => route.windows))]
  const actors: BenchActor[] = []
  for (let n = 1; n <= count; n += 1) {
    const username = `clerk-${n}`
    const email = `${username}@bench.example`
    const clerk = rowOf(await people.createStaff({ username, name: `Clerk ${n}`, email, language: 'zh', passwordHash }))
    for (const window of windows) {
      rowOf(await memberships.add({ staffId: clerk.id, role: 'clerk', window, station: null, validFrom: FIRST_DAY, validTo: null }))
    }
    const expert = rowOf(
      await people.createExpert({
        name: `Expert ${n}`,
        email: `expert-${n}@bench.example`,
        language: 'en',
        tier: 'B',
        station: STATION,
        employer: null,
        leaderContact: null,
        liaison: null,
      }),
    )
    const { token } = await api.send({ method: 'POST', path: '/api/sessions', body: { username, password }, answer: session })
    actors.push({ clerk: { kind: 'staff', id: clerk.id, grants: await reader.grantsOf(clerk.id, FIRST_DAY) }, token, expertId: expert.id })
  }
  return actors
}

/** The actor of this place; throws where fewer were made. */
export function actorAt(actors: readonly BenchActor[], place: number): BenchActor {
  const actor = actors[place]
  if (actor === undefined) throw new Error(`actor ${place} was not made, only ${actors.length} were`)
  return actor
}

function rowOf<T>(written: Written<T>): T {
  if (written.kind !== 'written') throw new Error(`a person of the bench could not be written: ${written.kind}`)
  return written.row
}
