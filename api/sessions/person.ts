import type { Actor, Grant } from '../../domain/people/actor.ts'
import type { Role } from '../../domain/people/roles.ts'
import type { Language } from '../../domain/text.ts'

/** Who is signed in. Grants of staff are resolved at every request, so that a role taken away acts on the next. */
export type Person =
  | { readonly kind: 'expert'; readonly id: string; readonly name: string; readonly language: Language; readonly tokenHash: string }
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly username: string
      readonly name: string
      readonly language: Language
      readonly grants: readonly Grant[]
      readonly tokenHash: string
    }

/** The roles a person holds today, each once. */
export function rolesOf(person: Person): readonly Role[] {
  return person.kind === 'expert' ? ['expert'] : [...new Set(person.grants.map((grant) => grant.role))]
}

/** True if the person holds one of the roles. */
export function holdsOneOf(person: Person, roles: readonly Role[]): boolean {
  return rolesOf(person).some((role) => roles.includes(role))
}

/** The actor a command of this person carries. */
export function actorOf(person: Person): Actor {
  return person.kind === 'expert' ? { kind: 'expert', id: person.id } : { kind: 'staff', id: person.id, grants: person.grants }
}
