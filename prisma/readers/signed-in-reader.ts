import type { LocalDate } from '../../domain/clocks/types.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { Language } from '../../domain/text.ts'
import type { Database } from '../database.ts'
import { dateOf } from '../instants.ts'

/** Whoever a live session belongs to, with the grants of the day; an account that is closed has no live session. */
export interface SignedIn {
  readonly kind: 'expert' | 'staff'
  readonly id: string
  /** Null for experts. */
  readonly username: string | null
  readonly name: string
  readonly language: Language
  readonly grants: readonly Grant[]
  /** Real time in epoch milliseconds. */
  readonly idleUntil: number
}

export interface SignedInReader {
  /** One round trip; null for a session that is unknown, revoked or past an end at `at` (real time). `day`: case time. */
  find(tokenHash: string, at: number, day: LocalDate): Promise<SignedIn | null>
}

export function createSignedInReader(db: Database): SignedInReader {
  return {
    async find(tokenHash, at, day) {
      const now = new Date(at)
      const rows = await db.$queryRaw<(Omit<SignedIn, 'idleUntil'> & { idleUntil: Date })[]>`
        select s.person_kind as kind, s.person_id as id, st.username, coalesce(st.name, ex.name) as name, coalesce(st.language, ex.language) as language,
               s.idle_until as "idleUntil",
               coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'actingFor', g.acting_for, 'windows', g.windows, 'stations', g.stations))
                           from grants_of(st.id, ${dateOf(day)}::date) g), '[]'::jsonb) as grants
          from session s
          left join staff st on s.person_kind = 'staff' and st.id = s.person_id and st.active
          left join expert ex on s.person_kind = 'expert' and ex.id = s.person_id and ex.active
         where s.token_hash = ${tokenHash} and s.revoked_at is null and s.idle_until > ${now}::timestamptz and s.absolute_until > ${now}::timestamptz
           and coalesce(st.id, ex.id) is not null`
      const row = rows[0]
      return row === undefined ? null : { ...row, idleUntil: row.idleUntil.getTime() }
    },
  }
}
