import { setTimeout as sleep } from 'node:timers/promises'
import type { SqlReads } from '../database.ts'

export interface SeqWatch {
  waitForSeq(caseId: string, seq: number, timeoutMs: number): Promise<boolean>
}

interface Waiter {
  readonly caseId: string
  readonly seq: number
  readonly until: number
  readonly done: (reached: boolean) => void
  readonly failed: (fault: unknown) => void
}

const FIRST_MS = 8
const LONGEST_MS = 40

/**
 * Waits for writes by asking: one query for all who wait, every few milliseconds while somebody does.
 * (NOTIFY would take one lock of the whole server at each commit; a lost connection would lose answers.)
 */
export function createSeqWatch(db: SqlReads): SeqWatch {
  let waiting: Waiter[] = []
  let running = false

  async function reached(): Promise<ReadonlyMap<string, number>> {
    const ids = [...new Set(waiting.map((waiter) => waiter.caseId))]
    const rows = await db.$queryRaw<{ caseId: string; seq: number }[]>`
      select case_id as "caseId", seq from appeal where case_id = any (${ids}::uuid[])`
    return new Map(rows.map((row) => [row.caseId, row.seq]))
  }

  async function run(): Promise<void> {
    running = true
    let pause = FIRST_MS
    while (waiting.length > 0) {
      try {
        const seqs = await reached()
        const now = performance.now()
        const settled = waiting.filter((one) => (seqs.get(one.caseId) ?? 0) >= one.seq || now >= one.until)
        waiting = waiting.filter((one) => !settled.includes(one))
        for (const one of settled) one.done((seqs.get(one.caseId) ?? 0) >= one.seq)
        pause = settled.length > 0 ? FIRST_MS : Math.min(LONGEST_MS, pause * 1.5)
      } catch (fault) {
        for (const one of waiting.splice(0)) one.failed(fault)
      }
      await sleep(pause)
    }
    running = false
  }

  return {
    waitForSeq: (caseId, seq, timeoutMs) =>
      new Promise((done, failed) => {
        waiting.push({ caseId, seq, until: performance.now() + timeoutMs, done, failed })
        if (!running) void run()
      }),
  }
}
