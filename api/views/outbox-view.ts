import type { z } from 'zod'
import type { Instant } from '../../domain/clocks/types.ts'
import { deliveryText } from '../../domain/notices/delivery-words.ts'
import type { MailRow } from '../../prisma/readers/mail-list-reader.ts'
import { mailKindName } from '../mails/mail-names.ts'
import type { mailSchema } from '../schemas/outbox.ts'
import { iso, isoOrNull } from './iso.ts'

/** A mail of the outbox as administrators see it; `names` are those of staff, `now` is case time. */
export function outboxView(row: MailRow, names: ReadonlyMap<string, string>, now: Instant): z.input<typeof mailSchema> {
  const { id, number, kind, recipientKind, recipientId, status, attempts, error, resent } = row
  return {
    id,
    number,
    kind,
    name: mailKindName(kind),
    recipient: { kind: recipientKind, id: recipientId, name: recipientKind === 'staff' ? (names.get(recipientId) ?? null) : null },
    status,
    statusText: deliveryText({ ...row, waitsForOffice: row.notBefore > now }),
    attempts,
    at: iso(row.at),
    sentAt: isoOrNull(row.sentAt),
    nextAttemptAt: status === 'queued' || status === 'uncertain' ? iso(row.nextAttemptAt) : null,
    error,
    resent,
    mayResend: status === 'failed' && number !== null,
  }
}
