import type { ActorRef } from '../../domain/people/actor.ts'
import { sha256 } from '../content-digest.ts'
import type { Database } from '../database.ts'

export const TEXT_KINDS = ['note', 'reply', 'reason', 'question', 'answer', 'evidence', 'office-in-charge'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** A free text as it is stored before its command. */
export interface CaseText {
  /** Follows from the command, so that a repeated request writes the text once. */
  readonly id: string
  readonly caseId: string
  readonly kind: TextKind
  readonly body: string
  /** sha256 of the body in hexadecimal; what the event keeps. */
  readonly hash: string
  readonly author: ActorRef
}

export interface TextStore {
  /** Stores texts before the command that names them (design 4). An id that is there already is left as it is. */
  put(texts: readonly CaseText[]): Promise<void>
  /** Every text of a case by its id. */
  ofCase(caseId: string): Promise<ReadonlyMap<string, string>>
  /** These texts by their ids; ids that are not there are left out. */
  named(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export function createTextStore(db: Database): TextStore {
  return {
    async put(texts) {
      if (texts.length === 0) return
      for (const { id, body, hash } of texts) {
        if (sha256(body) !== hash) throw new Error(`text ${id}: its hash is not the sha256 of its body`)
      }
      await db.caseText.createMany({
        data: texts.map(({ id, caseId, kind, body, hash, author }) => ({
          id,
          caseId,
          kind,
          body,
          sha256: hash,
          authorKind: author.kind,
          authorId: author.id,
        })),
        skipDuplicates: true,
      })
    },
    async ofCase(caseId) {
      const rows = await db.caseText.findMany({ where: { caseId }, select: { id: true, body: true } })
      return new Map(rows.map((row) => [row.id, row.body]))
    },
    async named(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db.caseText.findMany({ where: { id: { in: [...ids] } }, select: { id: true, body: true } })
      return new Map(rows.map((row) => [row.id, row.body]))
    },
  }
}
