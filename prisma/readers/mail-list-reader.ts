import type { Instant } from '../../domain/clocks/types.ts'
import type { MailState } from '../../domain/notices/delivery-words.ts'
import { isMailState } from '../../domain/notices/delivery-words.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { instantOf, instantOrNull } from '../instants.ts'

/** One mail of the outbox, without its words and without the address. */
export interface MailRow {
  readonly id: string
  readonly number: string | null
  readonly kind: string
  readonly recipientKind: 'expert' | 'staff' | 'role'
  readonly recipientId: string
  readonly status: MailState
  readonly attempts: number
  readonly wasUncertain: boolean
  /** Case time of what it tells, and before which it is not sent. */
  readonly at: Instant
  readonly notBefore: Instant
  /** Real time. */
  readonly sentAt: Instant | null
  readonly nextAttemptAt: Instant
  readonly error: string | null
  /** How often somebody had it sent again. */
  readonly resent: number
}

export interface MailListReader {
  /** Newest first; `after` is the id of the last row of the page before. */
  list(filter: {
    readonly status?: MailState
    readonly number?: string
    readonly after: string | null
    readonly limit: number
  }): Promise<readonly MailRow[]>
  byId(id: string): Promise<MailRow | null>
  counts(): Promise<ReadonlyMap<MailState, number>>
}

type Row = Omit<MailRow, 'id' | 'status' | 'at' | 'notBefore' | 'sentAt' | 'nextAttemptAt'> & {
  id: bigint
  status: string
  at: Date
  notBefore: Date
  sentAt: Date | null
  nextAttemptAt: Date
}

const COLUMNS = Prisma.sql`n.id, i.number, n.kind, n.recipient_kind as "recipientKind", n.recipient_id as "recipientId", n.status, n.attempts,
  n.was_uncertain as "wasUncertain", n.at, n.not_before as "notBefore", n.sent_at as "sentAt", n.next_attempt_at as "nextAttemptAt", n.error,
  (select count(*)::integer from notice_resend r where r.notice_id = n.id) as resent
  from notice n left join intake i on i.id = n.case_id`

export function createMailListReader(db: Database): MailListReader {
  return {
    async list({ status, number, after, limit }) {
      const where = Prisma.join(
        [
          Prisma.sql`true`,
          ...(status === undefined ? [] : [Prisma.sql`n.status = ${status}`]),
          ...(number === undefined ? [] : [Prisma.sql`n.case_id = (select id from intake where number = ${number})`]),
          ...(after === null ? [] : [Prisma.sql`n.id < ${BigInt(after)}`]),
        ],
        ' and ',
      )
      const rows = await db.$queryRaw<Row[]>`select ${COLUMNS} where ${where} order by n.id desc limit ${limit}`
      return rows.map(mailOf)
    },
    async byId(id) {
      const [row] = await db.$queryRaw<Row[]>`select ${COLUMNS} where n.id = ${BigInt(id)}`
      return row === undefined ? null : mailOf(row)
    },
    async counts() {
      const rows = await db.$queryRaw<{ status: string; count: number }[]>`
        select status, count(*)::integer as count from notice where status <> 'accepted' group by status`
      return new Map(rows.map(({ status, count }) => [stateOf(status), count]))
    },
  }
}

function mailOf({ id, status, at, notBefore, sentAt, nextAttemptAt, ...row }: Row): MailRow {
  return {
    ...row,
    id: id.toString(),
    status: stateOf(status),
    at: instantOf(at),
    notBefore: instantOf(notBefore),
    sentAt: instantOrNull(sentAt),
    nextAttemptAt: instantOf(nextAttemptAt),
  }
}

function stateOf(word: string): MailState {
  if (isMailState(word)) return word
  throw new Error(`a mail has the unknown state ${word}`)
}
