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

/** Writes one batch in one transaction; the same batch again gives the same answer. Throws only faults, which are retried. */
export function createRecord(store: RecordStore): RecordActivity {
  return {
    record: async (input) => ({ answer: await store.record(input), digest: batchDigest(input.events) }),
  }
}
