import type { LocalDate } from '../../domain/clocks/types.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { StaffRole } from '../../domain/people/roles.ts'
import { TIERS, type Tier } from '../../domain/routing/item.ts'
import type { Language } from '../../domain/text.ts'
import type { Database } from '../database.ts'
import { type Expert, Prisma, type Staff } from '../generated/client.ts'
import { dateOf } from '../instants.ts'

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
  readonly employer: string | null
  readonly leaderContact: string | null
  readonly liaison: string | null
}

export interface PeopleReader {
  /** By the name as typed, in any case of letters. */
  staffByUsername(username: string): Promise<(StaffPerson & { readonly passwordHash: string }) | null>
  staffById(id: string): Promise<StaffPerson | null>
  staffByIds(ids: readonly string[]): Promise<ReadonlyMap<string, StaffPerson>>
  /** What a staff member may act as on a day of case time, substitution included (domain/people/actor.ts). */
  grantsOf(staffId: string, day: LocalDate): Promise<readonly Grant[]>
  /** Active clerks and leads of a window on a day; to whom a task may be given. */
  staffOfWindow(window: string, day: LocalDate): Promise<readonly StaffPerson[]>
  /** Null for an account that is closed. */
  expertById(id: string): Promise<ExpertPerson | null>
  /** Names by id, also of accounts that are closed. */
  expertNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  expertByEmail(email: string): Promise<ExpertPerson | null>
  /** Active experts whose name or e-mail begins so, of these stations or of all, by name. */
  findExperts(q: string, stations: readonly string[] | 'all', limit: number): Promise<readonly ExpertPerson[]>
}

interface GrantRow {
  readonly role: StaffRole
  readonly actingFor: string | null
  readonly windows: string[]
  readonly stations: string[]
}

export function createPeopleReader(db: Database): PeopleReader {
  return {
    async staffByUsername(username) {
      const rows = await db.$queryRaw<Staff[]>`
        select id, username, name, email, language, active, password_hash as "passwordHash" from staff where lower(username) = lower(${username.trim()})`
      return rows[0] ? { ...staffOf(rows[0]), passwordHash: rows[0].passwordHash } : null
    },
    async staffById(id) {
      const row = await db.staff.findUnique({ where: { id } })
      return row ? staffOf(row) : null
    },
    async staffByIds(ids) {
      const rows = await db.$queryRaw<
        Staff[]
      >`select id, username, name, email, language, active from staff where id = any (${[...ids]}::uuid[])`
      return new Map(rows.map((row) => [row.id, staffOf(row)]))
    },
    async grantsOf(staffId, day) {
      const rows = await db.$queryRaw<GrantRow[]>`
        select role, acting_for as "actingFor", windows, stations from grants_of(${staffId}::uuid, ${dateOf(day)}::date)`
      return rows
    },
    async staffOfWindow(window, day) {
      const rows = await db.$queryRaw<Staff[]>`
        select distinct s.id, s.username, s.name, s.email, s.language, s.active from membership m join staff s on s.id = m.staff_id
         where s.active and m.window_code = ${window} and m.role in ('clerk', 'window-lead')
           and m.valid_from <= ${dateOf(day)}::date and (m.valid_to is null or m.valid_to >= ${dateOf(day)}::date)
         order by s.name, s.id`
      return rows.map(staffOf)
    },
    async expertById(id) {
      const row = await db.expert.findUnique({ where: { id } })
      return row?.active ? expertOf(row) : null
    },
    async expertNames(ids) {
      const rows = await db.$queryRaw<{ id: string; name: string }[]>`select id, name from expert where id = any (${[...ids]}::uuid[])`
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
    async expertByEmail(email) {
      const rows = await db.$queryRaw<Expert[]>`select ${EXPERT_COLUMNS} from expert where active and lower(email) = lower(${email.trim()})`
      return rows[0] ? expertOf(rows[0]) : null
    },
    async findExperts(q, stations, limit) {
      const pattern = `${q
        .trim()
        .toLowerCase()
        .replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
      const scope = stations === 'all' ? Prisma.empty : Prisma.sql`and station = any (${[...stations]}::text[])`
      const rows = await db.$queryRaw<Expert[]>`
        select ${EXPERT_COLUMNS} from expert where active and (lower(name) like ${pattern} or lower(email) like ${pattern}) ${scope} order by name, id limit ${limit}`
      return rows.map(expertOf)
    },
  }
}

const EXPERT_COLUMNS = Prisma.raw('id, name, email, language, tier, station, employer, leader_contact as "leaderContact", liaison')

export function staffOf(row: Pick<Staff, 'id' | 'username' | 'name' | 'email' | 'language' | 'active'>): StaffPerson {
  return { id: row.id, username: row.username, name: row.name, email: row.email, language: languageOf(row.language), active: row.active }
}

export function expertOf(row: Omit<Expert, 'active' | 'createdAt'>): ExpertPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: languageOf(row.language),
    tier: tierOf(row.tier),
    station: row.station,
    employer: row.employer,
    leaderContact: row.leaderContact,
    liaison: row.liaison,
  }
}

function languageOf(text: string): Language {
  return text === 'zh' ? 'zh' : 'en'
}

function tierOf(text: string): Tier {
  const tier = TIERS.find((known) => known === text)
  if (!tier) throw new Error(`tier ${text} is none of ${TIERS.join(', ')}`)
  return tier
}
