import type { Role } from '../../domain/people/roles.ts'
import type { Language } from '../../domain/text.ts'

/** Who is signed in, as `GET /api/me` answers. */
export interface Person {
  readonly kind: 'expert' | 'staff'
  readonly id: string
  readonly username: string | null
  readonly name: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly grants: readonly {
    readonly role: Role
    readonly windows: readonly string[]
    readonly stations: readonly string[]
    readonly actingFor: string | null
  }[]
}
