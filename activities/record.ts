import { activityInfo } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'
import { batchDigest } from '../domain/case/batch-digest.ts'
import type { RecordAnswer, RecordInput } from '../domain/case/record.ts'

/** The store's answer with the fingerprint of what was asked; both stand in the history. */
export interface RecordReceipt {
  readonly answer: RecordAnswer
  readonly digest: string
}

export interface RecordActivity {
  record(input: RecordInput): Promise<RecordReceipt>
}

export interface RecordStore {
  record(input: RecordInput): Promise<RecordAnswer>
}

/** Real time after which a local write is no longer repeated on the spot. */
const LOCAL_TRIES_MS = 4500

/**
 * Writes one batch in one transaction; the same batch again gives the same answer. Throws only faults,
 * which are retried. A local activity whose store stays away gives up by a failure that is not retried,
 * so that the workflow takes to the regular one: the engine itself does not end the retries of a local
 * activity by its schedule-to-close time.
 */
export function createRecord(store: RecordStore): RecordActivity {
  return {
    async record(input) {
      try {
        return { answer: await store.record(input), digest: batchDigest(input.events) }
      } catch (error) {
        const { isLocal, scheduledTimestampMs } = activityInfo()
        if (!isLocal || Date.now() - scheduledTimestampMs < LOCAL_TRIES_MS) throw error
        throw ApplicationFailure.create({
          type: 'StoreAway',
          nonRetryable: true,
          message: `case ${input.caseId}: the store is away`,
          ...(error instanceof Error ? { cause: error } : {}),
        })
      }
    },
  }
}
