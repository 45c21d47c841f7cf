import type { TextRef } from '../../domain/case/state.ts'
import { sha256 } from '../content-digest.ts'
import type { Database } from '../database.ts'

export const TEXT_KINDS = ['note', 'reply', 'reason', 'question', 'answer', 'evidence'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export interface NewText {
  /** Given by the caller, so that a repeated request writes the text once. */
  readonly id: string
  readonly caseId: string
  readonly kind: TextKind
  readonly body: string
  readonly author: { readonly kind: 'expert' | 'staff' | 'system'; readonly id: string | null }
}

export interface StoredText {
  readonly id: string
  readonly caseId: string
  readonly kind: string
  readonly body: string
  readonly authorKind: string
  readonly authorId: string | null
  readonly writtenAt: Date
}

export interface TextStore {
  /**
   * Stores a free text before the command that names it (design 4); the same text under the same id again
   * changes nothing. Null where the id holds another text.
   */
  put(text: NewText): Promise<TextRef | null>
  /** By id; ids without a text are left out. */
  get(ids: readonly string[]): Promise<ReadonlyMap<string, StoredText>>
}

export function createTextStore(db: Database): TextStore {
  return {
    async put({ id, caseId, kind, body, author }) {
      const hash = sha256(body)
      const rows = await db.$queryRaw<{ sha256: string }[]>`
        with written as (
          insert into case_text (id, case_id, kind, body, author_kind, author_id, sha256)
          values (${id}::uuid, ${caseId}::uuid, ${kind}, ${body}, ${author.kind}, ${author.id}, ${hash})
          on conflict (id) do nothing returning sha256)
        select sha256 from written
        union all
        select sha256 from case_text where id = ${id}::uuid and case_id = ${caseId}::uuid`
      return rows[0]?.sha256 === hash ? { id, hash } : null
    },
    async get(ids) {
      const rows = await db.$queryRaw<StoredText[]>`
        select id, case_id as "caseId", kind, body, author_kind as "authorKind", author_id as "authorId", written_at as "writtenAt"
          from case_text where id = any (${[...ids]}::uuid[])`
      return new Map(rows.map((row) => [row.id, row]))
    },
  }
}
