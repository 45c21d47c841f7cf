import type { Language, Text } from '../../domain/text.ts'
import type { Database } from '../database.ts'

/** A notice as the postman takes it. */
export interface OutboxRow {
  readonly id: string
  /** Null for mails that belong to no appeal (sign-in codes). */
  readonly caseId: string | null
  readonly seq: number
  /** NoticeKind, or `sign-in-code`. */
  readonly kind: string
  readonly recipientKind: 'expert' | 'staff'
  readonly recipientId: string
  /** Null where the account is closed or gone. The address is as it was typed in. */
  readonly person: { readonly name: string; readonly address: string; readonly language: Language } | null
  /** NoticeParams, or `{ code, minutes }` of a sign-in code. */
  readonly params: unknown
  /** Free text named by params.textId. */
  readonly text: string | null
  /** Free text named by params.officeInChargeTextId. */
  readonly officeInCharge: string | null
  /** Readable name of params.window. */
  readonly windowName: Text | null
  /** 1 for the first try. */
  readonly attempt: number
  /** Real time of the first try. */
  readonly firstAttemptAt: number
  readonly wasUncertain: boolean
}

/** States (design 10): `queued -> sending -> accepted | uncertain | failed`; retries run in real time, `notBefore` in case time. */
export interface OutboxStore {
  /** What a postman that is gone left in `sending` becomes `uncertain` and due at once; how many. */
  recover(): Promise<number>
  /** Takes due rows and sets them to `sending`: sign-in codes first; of one reader of one appeal only the oldest open row. */
  claim(limit: number, caseNow: number): Promise<readonly OutboxRow[]>
  accept(id: string, messageId: string): Promise<void>
  requeue(id: string, nextAttemptAt: number, error: string): Promise<void>
  suspect(id: string, messageId: string, nextAttemptAt: number, error: string): Promise<void>
  /** Never sent again; with `tellWindow` the clerks of the accountable window hear it (kind `unreachable`), in the same transaction. */
  fail(id: string, error: string, tellWindow: boolean): Promise<void>
}

type ClaimedRow = Omit<OutboxRow, 'id' | 'firstAttemptAt'> & { readonly id: bigint; readonly firstAttemptAt: Date }

/** Longest reason that is kept; servers may answer with pages. */
const ERROR_CHARACTERS = 500

export function createOutboxStore(db: Database): OutboxStore {
  const short = (error: string): string => error.replaceAll('\u0000', '').slice(0, ERROR_CHARACTERS)

  return {
    recover: () => db.$executeRaw`
      update notice set status = 'uncertain', was_uncertain = true, next_attempt_at = clock_timestamp() where status = 'sending'`,

    async claim(limit, caseNow) {
      const rows = await db.$queryRaw<ClaimedRow[]>`select * from claim_notices(${limit}::integer, ${new Date(caseNow)}::timestamptz)`
      return rows.map((row) => ({ ...row, id: row.id.toString(), firstAttemptAt: row.firstAttemptAt.getTime() }))
    },

    async accept(id, messageId) {
      await db.$executeRaw`
        update notice set status = 'accepted', message_id = ${messageId}, sent_at = clock_timestamp(), error = null, params = params - 'code'
         where id = ${BigInt(id)} and status = 'sending'`
    },

    async requeue(id, nextAttemptAt, error) {
      await db.$executeRaw`
        update notice set status = case when was_uncertain then 'uncertain' else 'queued' end, next_attempt_at = ${new Date(nextAttemptAt)}, error = ${short(error)}
         where id = ${BigInt(id)} and status = 'sending'`
    },

    async suspect(id, messageId, nextAttemptAt, error) {
      await db.$executeRaw`
        update notice set status = 'uncertain', was_uncertain = true, message_id = ${messageId}, next_attempt_at = ${new Date(nextAttemptAt)}, error = ${short(error)}
         where id = ${BigInt(id)} and status = 'sending'`
    },

    async fail(id, error, tellWindow) {
      await db.$executeRaw`select fail_notice(${BigInt(id)}, ${short(error)}, ${tellWindow})`
    },
  }
}
