import type { Language, Text } from '../../domain/text.ts'

/**
 * What the postman needs of the outbox; the store in prisma/ satisfies it.
 *
 * State machine of a row (design 10): `queued -> sending -> accepted | uncertain | failed`, and back
 * from `sending` to `queued` for a later try. A row that was ever uncertain keeps saying so
 * (`wasUncertain`), since only such a mail may arrive twice.
 * Retries run in real time, `notBefore` in case time.
 */
export interface OutboxPort {
  /**
   * Rows left in `sending` by a postman that is gone become `uncertain` and due at once: nobody knows
   * whether the server took them. Called once when a postman starts; answers how many there were.
   */
  recover(): Promise<number>
  /**
   * Takes up to `limit` due rows (`queued` or `uncertain`, next try passed, `notBefore <= caseNow`) and
   * sets them to `sending`, counting the attempt, in one statement with FOR UPDATE SKIP LOCKED.
   * Order: of one reader of one appeal only the oldest open row (by seq, then id) is given, so that a
   * reader never hears of the second event first. Sign-in codes come before everything else.
   */
  claim(limit: number, caseNow: number): Promise<readonly OutboxRow[]>
  /** The server took it. A sign-in code is blanked out of the row in the same statement. */
  accept(id: string, messageId: string): Promise<void>
  /** A later try at `nextAttemptAt` (real time). */
  requeue(id: string, nextAttemptAt: number, error: string): Promise<void>
  /** The connection broke after the whole message was written: the server may have it. */
  suspect(id: string, messageId: string, nextAttemptAt: number, error: string): Promise<void>
  /**
   * Never sent again. With `tellWindow`, notices of kind `unreachable` for the clerks of the window
   * that is accountable are written in the same transaction, same seq and params (each clerk once).
   */
  fail(id: string, error: string, tellWindow: boolean): Promise<void>
}

export interface OutboxRow {
  readonly id: string
  /** Null for mails that belong to no appeal (sign-in codes). */
  readonly caseId: string | null
  readonly seq: number
  /** NoticeKind, or `sign-in-code`. */
  readonly kind: string
  readonly recipientKind: 'expert' | 'staff'
  readonly recipientId: string
  /** Null where the person is gone. The address is as it was typed in; the postman judges it. */
  readonly person: { readonly name: string; readonly address: string; readonly language: Language } | null
  /** NoticeParams, or `{ code, minutes }` of a sign-in code. */
  readonly params: unknown
  /** Free text named by params.textId, read when the mail is made. */
  readonly text: string | null
  /** Free text named by params.officeInChargeTextId, read when the mail is made. */
  readonly officeInCharge: string | null
  /** Readable name of params.window. */
  readonly windowName: Text | null
  /** 1 for the first try. */
  readonly attempt: number
  /** Real time of the first try. */
  readonly firstAttemptAt: number
  readonly wasUncertain: boolean
}
