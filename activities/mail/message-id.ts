import { createHash } from 'node:crypto'

/** What a mail is known by; equal parts give an equal id, so that a mail sent again can be told from a new one. */
export interface MailIdentity {
  readonly id: string
  readonly caseId: string | null
  readonly seq: number
  readonly kind: string
  readonly recipientKind: string
  readonly recipientId: string
}

/** `<32 hex digits@domain>` from (appeal, seq, kind, recipient); mails without an appeal take the row's own id. */
export function messageIdOf(mail: MailIdentity, domain: string): string {
  const parts = mail.caseId === null ? ['row', mail.id] : [mail.caseId, String(mail.seq), mail.kind, mail.recipientKind, mail.recipientId]
  return `<${digest(parts)}@${domain}>`
}

/** The id that all mails of an appeal refer to, so that readers see one thread. No mail carries it itself. */
export function threadIdOf(caseId: string, domain: string): string {
  return `<${digest(['appeal', caseId])}@${domain}>`
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
