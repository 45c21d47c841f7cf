import type { LocalDate } from '../../domain/clocks/types.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { StaffRole } from '../../domain/people/roles.ts'
import type { Tier } from '../../domain/routing/item.ts'
import type { Language } from '../../domain/text.ts'

export interface StaffPerson {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly active: boolean
}

export interface ExpertPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly tier: Tier
  /** Station of the employer's district. */
  readonly station: string
  readonly leaderContact: string | null
  readonly liaison: string | null
}

export interface MembershipRow {
  readonly id: string
  readonly staffId: string
  readonly role: StaffRole
  readonly window: string | null
  readonly station: string | null
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

/** What the API reads of people. */
export interface PeopleReadPort {
  staffByUsername(username: string): Promise<(StaffPerson & { readonly passwordHash: string }) | null>
  staffById(id: string): Promise<StaffPerson | null>
  /** Grants of a staff member on a day of case time, substitution included (domain/people/actor.ts). */
  grantsOf(staffId: string, day: LocalDate): Promise<readonly Grant[]>
  expertById(id: string): Promise<ExpertPerson | null>
  expertByEmail(email: string): Promise<ExpertPerson | null>
}
