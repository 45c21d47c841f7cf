import { createHash } from 'node:crypto'
import type { TextRef } from '../../domain/case/state.ts'
import type { CaseText, TextKind } from '../../prisma/stores/text-store.ts'

/** Collects the free texts of one command, to be stored before it. Ids follow from the command, so a repeat stores nothing twice. */
export class TextDrafts {
  readonly drafts: CaseText[] = []
  private readonly caseId: string
  private readonly command: string
  private readonly author: CaseText['author']

  constructor(caseId: string, command: string, author: CaseText['author']) {
    this.caseId = caseId
    this.command = command
    this.author = author
  }

  /** The reference of a text that is there. */
  keep(kind: TextKind, body: string): TextRef {
    const hash = createHash('sha256').update(body).digest('hex')
    const id = uuidFrom(`${this.caseId}\n${this.command}\n${kind}\n${hash}`)
    this.drafts.push({ id, caseId: this.caseId, kind, body, hash, author: this.author })
    return { id, hash }
  }

  /** The reference of a text that may be left out. */
  keepIfGiven(kind: TextKind, body: string | undefined): TextRef | null {
    return body === undefined ? null : this.keep(kind, body)
  }
}

/** A UUID (version 8) that follows from a name. */
export function uuidFrom(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
