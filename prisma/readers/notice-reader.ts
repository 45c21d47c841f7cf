import type { Database } from '../database.ts'

export interface NoticeRow {
  readonly id: string
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly recipientKind: string
  readonly recipientId: string
  readonly status: string
  readonly wasUncertain: boolean
  readonly attempts: number
  readonly sentAt: number | null
  readonly messageId: string | null
  readonly error: string | null
}

export interface NoticeReader {
  /** The notices of an appeal by event, with what became of each mail. */
  ofCase(caseId: string): Promise<readonly NoticeRow[]>
  /** Age in real milliseconds of the oldest mail that is due and not sent; 0 without one. */
  lagMs(): Promise<number>
}

export function createNoticeReader(db: Database): NoticeReader {
  return {
    async ofCase(caseId) {
      const rows = await db.notice.findMany({ where: { caseId }, orderBy: [{ seq: 'asc' }, { id: 'asc' }] })
      return rows.map((row) => ({
        id: row.id.toString(),
        seq: row.seq,
        at: row.at.getTime(),
        kind: row.kind,
        recipientKind: row.recipientKind,
        recipientId: row.recipientId,
        status: row.status,
        wasUncertain: row.wasUncertain,
        attempts: row.attempts,
        sentAt: row.sentAt?.getTime() ?? null,
        messageId: row.messageId,
        error: row.error,
      }))
    },
    async lagMs() {
      const rows = await db.$queryRaw<{ lag: number | null }[]>`
        select (extract(epoch from clock_timestamp() - min(next_attempt_at)) * 1000)::double precision as lag
          from notice where status in ('queued', 'uncertain') and next_attempt_at <= clock_timestamp()`
      return Math.max(0, rows[0]?.lag ?? 0)
    },
  }
}
