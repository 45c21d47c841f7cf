import type { z } from 'zod'
import type { personSchema } from '../schemas/person.ts'
import { rolesOf } from '../sessions/person.ts'
import type { Person } from '../sessions/person.ts'

/** The signed-in person as they see themselves. */
export function personView(person: Person): z.input<typeof personSchema> {
  return {
    kind: person.kind,
    id: person.id,
    username: person.kind === 'staff' ? person.username : null,
    name: person.name,
    language: person.language,
    roles: [...rolesOf(person)],
    grants:
      person.kind === 'staff'
        ? person.grants.map((grant) => ({ ...grant, windows: [...grant.windows], stations: [...grant.stations] }))
        : [],
  }
}
