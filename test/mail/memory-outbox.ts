import type { OutboxPort, OutboxRow } from '../../activities/mail/outbox-port.ts'

export interface MemoryRow {
  row: OutboxRow
  status: 'queued' | 'sending' | 'accepted' | 'uncertain' | 'failed'
  notBefore: number
  nextAttemptAt: number
  error: string | null
  tellWindow: boolean
}

/** The outbox's rules in memory: what the loop may count on, without a database. */
export class MemoryOutbox implements OutboxPort {
  readonly rows: MemoryRow[] = []
  readonly realNow: () => number
  claims = 0
  failNextSettles = 0

  constructor(realNow: () => number = Date.now) {
    this.realNow = realNow
  }

  put(row: OutboxRow, notBefore = 0, status: MemoryRow['status'] = 'queued'): MemoryRow {
    const kept: MemoryRow = { row: { ...row, attempt: 0 }, status, notBefore, nextAttemptAt: 0, error: null, tellWindow: false }
    this.rows.push(kept)
    return kept
  }

  async recover(): Promise<number> {
    const left = this.rows.filter((row) => row.status === 'sending')
    for (const row of left) this.change(row, 'uncertain', 0, 'left by a lost postman')
    return left.length
  }

  async claim(limit: number, caseNow: number): Promise<readonly OutboxRow[]> {
    this.claims += 1
    const open = this.rows.filter((row) => row.status !== 'accepted' && row.status !== 'failed')
    const isFirst = (row: MemoryRow): boolean => open.find((other) => reader(other) === reader(row)) === row
    const due = open.filter(
      (row) => isFirst(row) && row.status !== 'sending' && row.notBefore <= caseNow && row.nextAttemptAt <= this.realNow(),
    )
    return due.slice(0, limit).map((kept) => {
      kept.status = 'sending'
      kept.row = {
        ...kept.row,
        attempt: kept.row.attempt + 1,
        firstAttemptAt: kept.row.attempt === 0 ? this.realNow() : kept.row.firstAttemptAt,
      }
      return kept.row
    })
  }

  async accept(id: string): Promise<void> {
    this.change(this.find(id), 'accepted', 0, null)
  }

  async requeue(id: string, nextAttemptAt: number, error: string): Promise<void> {
    this.change(this.find(id), 'queued', nextAttemptAt, error)
  }

  async suspect(id: string, _messageId: string, nextAttemptAt: number, error: string): Promise<void> {
    this.change(this.find(id), 'uncertain', nextAttemptAt, error)
  }

  async fail(id: string, error: string, tellWindow: boolean): Promise<void> {
    const row = this.find(id)
    this.change(row, 'failed', 0, error)
    row.tellWindow = tellWindow
  }

  private find(id: string): MemoryRow {
    if (this.failNextSettles > 0) {
      this.failNextSettles -= 1
      throw new Error('the database is away')
    }
    const row = this.rows.find((kept) => kept.row.id === id)
    if (row === undefined) throw new Error(`no row ${id}`)
    return row
  }

  private change(kept: MemoryRow, status: MemoryRow['status'], nextAttemptAt: number, error: string | null): void {
    kept.status = status
    kept.nextAttemptAt = nextAttemptAt
    kept.error = error
    if (status === 'uncertain') kept.row = { ...kept.row, wasUncertain: true }
  }
}

function reader({ row }: MemoryRow): string {
  return row.caseId === null ? `row ${row.id}` : `${row.caseId} ${row.recipientId}`
}
