import { log, proxyActivities, proxyLocalActivities, sleep, TemporalFailure } from '@temporalio/workflow'
import { eventRow, rowsOf } from '../domain/case/index.ts'
import { batchDigest } from '../domain/case/batch-digest.ts'
import { eventOfBody } from '../domain/case/project.ts'
import type { RecordInput } from '../domain/case/record.ts'
import type { CaseState } from '../domain/case/state.ts'
import { planNotices } from '../domain/notices/plan.ts'
import type { Notice } from '../domain/notices/notice.ts'
import type { RecordActivity, RecordReceipt } from '../activities/record.ts'
import type { Decided } from './advance.ts'
import type { Journal } from './journal.ts'

const { record: recordAtOnce } = proxyLocalActivities<RecordActivity>({
  startToCloseTimeout: 3000,
  scheduleToCloseTimeout: 8000,
  retry: { initialInterval: 100, backoffCoefficient: 2, maximumInterval: 1000 },
})

const { record: recordInTheEnd } = proxyActivities<RecordActivity>({
  startToCloseTimeout: 10_000,
  retry: { initialInterval: 500, backoffCoefficient: 2, maximumInterval: 10_000 },
})

const PAUSE_AFTER_FAILURE_MS = 10_000

/** A batch beyond this many commands is written in parts. */
const COMMANDS_A_BATCH = 100

/**
 * Writes the oldest unwritten commands in one transaction and tells the journal what the store said.
 * Returns when the store has answered, however long it is away. At most one call at a time.
 * Throws where a replay decides otherwise than the run that was recorded: going on would part the case
 * from its log, so the workflow task fails until a release decides as before.
 */
export async function writeBatch(journal: Journal, caseNow: () => number): Promise<void> {
  const batch = journal.unwritten().slice(0, COMMANDS_A_BATCH)
  const input = recordInput(journal.stored(), batch)
  if (input.events.length === 0) return journal.confirm(batch.length)
  const receipt = await record(input)
  if (receipt.digest !== batchDigest(input.events)) {
    throw new Error(
      `case ${input.caseId}: events ${input.fromSeq} to ${input.fromSeq + input.events.length - 1} are decided otherwise than when they were recorded; a rule has changed for a running case`,
    )
  }
  if (receipt.answer.kind === 'written') journal.confirm(batch.length)
  else journal.yieldTo(receipt.answer.stored.map(eventOfBody), caseNow())
}

/** At once where the store answers, else as long as it takes: a write that is given up would fail the case. */
async function record(input: RecordInput): Promise<RecordReceipt> {
  let ask = recordAtOnce
  for (;;) {
    try {
      return await ask(input)
    } catch (error) {
      if (!(error instanceof TemporalFailure)) throw error
      log.warn('a write was not taken', { caseId: input.caseId, fromSeq: input.fromSeq, error: error.message })
      if (ask === recordInTheEnd) await sleep(PAUSE_AFTER_FAILURE_MS)
      ask = recordInTheEnd
    }
  }
}

/** The batch as it is written, with the rows and notices that follow from it. Pure. */
export function recordInput(before: CaseState, batch: readonly Decided[]): RecordInput {
  const notices: Notice[] = []
  let state = before
  for (const { events, after } of batch) {
    notices.push(...planNotices(state, events))
    state = after
  }
  const events = batch.flatMap((decided) => decided.events.map(eventRow))
  return { caseId: before.start.caseId, fromSeq: before.seq + 1, events, rows: rowsOf(state, before), notices }
}
