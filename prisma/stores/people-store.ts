import type { Language } from '../../domain/text.ts'
import type { Tier } from '../../domain/routing/item.ts'
import type { Database } from '../database.ts'
import { type ExpertPerson, expertOf, type StaffPerson, staffOf } from '../readers/people-reader.ts'
import { isMissingReference, isUniqueViolation } from '../unique-violation.ts'

/** `taken`: user name or e-mail is somebody else's; `unknown`: the row, or one that it names, does not exist. */
export type Written<T> = { readonly kind: 'written'; readonly row: T } | { readonly kind: 'taken' } | { readonly kind: 'unknown' }

export interface NewStaff {
  readonly id?: string
  readonly username: string
  readonly name: string
  readonly email: string
  readonly language: Language
  /** argon2id; the store never sees a password. */
  readonly passwordHash: string
}

export interface NewExpert {
  readonly id?: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly tier: Tier
  readonly station: string
  readonly employer: string | null
  readonly leaderContact: string | null
  readonly liaison: string | null
}

export interface PeopleStore {
  createStaff(staff: NewStaff): Promise<Written<StaffPerson>>
  /** What is not named stays. A closed account (`active: false`) keeps its history. */
  updateStaff(id: string, change: Partial<Omit<NewStaff, 'id'> & { readonly active: boolean }>): Promise<Written<StaffPerson>>
  createExpert(expert: NewExpert): Promise<Written<ExpertPerson>>
  updateExpert(id: string, change: Partial<Omit<NewExpert, 'id'> & { readonly active: boolean }>): Promise<Written<ExpertPerson>>
}

export function createPeopleStore(db: Database): PeopleStore {
  return {
    createStaff: ({ id, ...staff }) =>
      written(async () => staffOf(await db.staff.create({ data: id === undefined ? staff : { id, ...staff } }))),
    updateStaff: (id, change) => written(async () => staffOf(await db.staff.update({ where: { id }, data: change }))),
    createExpert: ({ id, ...expert }) =>
      written(async () => expertOf(await db.expert.create({ data: id === undefined ? expert : { id, ...expert } }))),
    updateExpert: (id, change) => written(async () => expertOf(await db.expert.update({ where: { id }, data: change }))),
  }
}

/** Turns the two faults that a user can cause into values; all others are thrown. */
export async function written<T>(write: () => Promise<T>): Promise<Written<T>> {
  try {
    return { kind: 'written', row: await write() }
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'taken' }
    if (isMissingReference(error)) return { kind: 'unknown' }
    throw error
  }
}
