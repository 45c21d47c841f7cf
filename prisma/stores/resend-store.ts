import type { Instant } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'

export interface Resend {
  readonly noticeId: string
  readonly staffId: string
  /** Of one press; the same again changes nothing. */
  readonly key: string
  readonly reason: string
  /** Case time. */
  readonly at: Instant
}

export interface ResendStore {
  /**
   * Puts a failed mail back into the queue with all its tries and writes down who had it sent, why, and what
   * its row said; one transaction. `not-failed`: it is on its way, or delivered, or holds a code that is gone.
   */
  resend(given: Resend): Promise<'queued' | 'repeated' | 'not-failed' | 'unknown' | 'key-reused'>
}

export function createResendStore(db: Database): ResendStore {
  return {
    resend: ({ noticeId, staffId, key, reason, at }) =>
      db.$transaction(async (tx) => {
        const id = BigInt(noticeId)
        const [row] = await tx.$queryRaw<{ status: string; attempts: number; error: string | null; caseId: string | null }[]>`
          select status, attempts, error, case_id as "caseId" from notice where id = ${id} for update`
        if (row === undefined) return 'unknown'
        const earlier = await tx.noticeResend.findUnique({ where: { staffId_key: { staffId, key } } })
        if (earlier !== null) return earlier.noticeId === id ? 'repeated' : 'key-reused'
        if (row.status !== 'failed' || row.caseId === null) return 'not-failed'
        const { attempts, error } = row
        await tx.noticeResend.create({ data: { noticeId: id, staffId, key, reason, attempts, error, at: new Date(at) } })
        await tx.$executeRaw`
          update notice set status = 'queued', attempts = 0, first_attempt_at = null, sending_since = null, error = null,
                 next_attempt_at = clock_timestamp() where id = ${id}`
        return 'queued'
      }),
  }
}
