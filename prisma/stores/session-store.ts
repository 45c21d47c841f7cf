import type { Database } from '../database.ts'

/** Who a session or a sign-in code belongs to. */
export interface PersonRef {
  readonly kind: 'expert' | 'staff'
  readonly id: string
}

export interface NewSession {
  readonly tokenHash: string
  readonly person: PersonRef
  readonly at: number
  readonly idleUntil: number
  readonly absoluteUntil: number
}

/** Sessions by the hash of their token; all instants are real time in epoch milliseconds. */
export interface SessionStore {
  create(session: NewSession): Promise<void>
  /** The person of a session that is neither revoked nor past an end; moves its idle end forward, never past the absolute one. */
  use(tokenHash: string, at: number, idleUntil: number): Promise<PersonRef | null>
  revoke(tokenHash: string, at: number): Promise<void>
  revokeAllOf(person: PersonRef, at: number): Promise<void>
  /** Deletes sessions that ended before; how many. */
  removeEndedBefore(at: number): Promise<number>
}

/** The idle end is written only when it moves by more than this, so that reading a page seldom writes. */
const IDLE_STEP_MS = 60_000

export function createSessionStore(db: Database): SessionStore {
  return {
    async create({ tokenHash, person, at, idleUntil, absoluteUntil }) {
      const until = Math.min(idleUntil, absoluteUntil)
      await db.session.create({
        data: {
          tokenHash,
          personKind: person.kind,
          personId: person.id,
          createdAt: new Date(at),
          idleUntil: new Date(until),
          absoluteUntil: new Date(absoluteUntil),
        },
      })
    },
    async use(tokenHash, at, idleUntil) {
      const session = await db.session.findUnique({ where: { tokenHash } })
      const alive =
        session !== null && session.revokedAt === null && session.idleUntil.getTime() > at && session.absoluteUntil.getTime() > at
      if (!alive) return null
      const until = new Date(Math.min(idleUntil, session.absoluteUntil.getTime()))
      if (until.getTime() - session.idleUntil.getTime() > IDLE_STEP_MS) {
        await db.session.updateMany({ where: { tokenHash, revokedAt: null }, data: { idleUntil: until } })
      }
      return { kind: session.personKind === 'staff' ? 'staff' : 'expert', id: session.personId }
    },
    async revoke(tokenHash, at) {
      await db.session.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: new Date(at) } })
    },
    async revokeAllOf({ kind, id }, at) {
      await db.session.updateMany({ where: { personKind: kind, personId: id, revokedAt: null }, data: { revokedAt: new Date(at) } })
    },
    async removeEndedBefore(at) {
      return (await db.session.deleteMany({ where: { absoluteUntil: { lt: new Date(at) } } })).count
    },
  }
}
