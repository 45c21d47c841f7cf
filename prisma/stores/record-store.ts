import type { RecordAnswer, RecordInput } from '../../domain/case/record.ts'
import type { Database } from '../database.ts'

export interface RecordStore {
  /**
   * Appends one batch with its rows and notices in one transaction and one round trip, where the stored
   * seq is `fromSeq - 1` (optimistic append; the stored log wins, see RecordAnswer). The same batch again
   * is `written` and doubles nothing. Throws a fault when the database is away, and for a batch that
   * would leave a gap or whose intake is missing, which is a bug of the caller.
   */
  record(input: RecordInput): Promise<RecordAnswer>
}

/** `client` is one of `createDatabase({ writer: true })`. */
export function createRecordStore(client: Database): RecordStore {
  return {
    async record(input) {
      const rows = await client.$queryRaw<{ answer: RecordAnswer }[]>`select record_case(${JSON.stringify(input)}::jsonb) as answer`
      const answer = rows[0]?.answer
      if (!answer) throw new Error(`record_case gave no answer for case ${input.caseId} from ${input.fromSeq}`)
      return answer
    },
  }
}
