import type { Instant } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'

/** One mail about an appeal, as the outbox has it. */
export interface CaseMail {
  readonly id: string
  /** Event it tells of. */
  readonly seq: number
  /** Case time of that event. */
  readonly at: Instant
  readonly kind: string
  readonly recipientKind: 'expert' | 'staff'
  readonly recipientId: string
  readonly status: string
  readonly wasUncertain: boolean
  readonly attempts: number
  /** Case time before which it is not sent. */
  readonly notBefore: Instant
  /** Real time at which the mail server took it. */
  readonly sentAt: Instant | null
}

export interface MailReader {
  /** The mails of an appeal, oldest first; `expertOnly`: those to the expert. At most 500. */
  ofCase(caseId: string, expertOnly: boolean): Promise<readonly CaseMail[]>
}

interface Row extends Omit<CaseMail, 'id' | 'at' | 'notBefore' | 'sentAt'> {
  readonly id: bigint
  readonly at: Date
  readonly notBefore: Date
  readonly sentAt: Date | null
}

export function createMailReader(db: Database): MailReader {
  return {
    async ofCase(caseId, expertOnly) {
      const rows = await db.$queryRaw<Row[]>`
        select id, seq, at, kind, recipient_kind as "recipientKind", recipient_id as "recipientId", status, was_uncertain as "wasUncertain",
               attempts, not_before as "notBefore", sent_at as "sentAt"
          from notice
         where case_id = ${caseId}::uuid and (not ${expertOnly}::boolean or recipient_kind = 'expert')
         order by at, seq, id limit 500`
      return rows.map((row) => ({
        ...row,
        id: row.id.toString(),
        at: row.at.getTime(),
        notBefore: row.notBefore.getTime(),
        sentAt: row.sentAt?.getTime() ?? null,
      }))
    },
  }
}
