import type { Database } from '../../prisma/database.ts'
import { verifyChains } from '../../prisma/log/chain.ts'
import { firstLostHead } from '../../prisma/log/heads.ts'
import { rebuildReadModel } from '../../prisma/log/rebuild.ts'

export interface RebuildOptions {
  /** Folder of the heads that were written outside the database; null to leave them out. */
  readonly heads: string | null
  readonly say: (line: string) => void
  readonly progress: (cases: number) => void
}

/**
 * Checks the hash chain of every case and the heads, then drops and folds the read model again. True when
 * it was rebuilt; false, with the first broken link said, before anything is dropped.
 */
export async function checkAndRebuild(db: Database, { heads, say, progress }: RebuildOptions): Promise<boolean> {
  const { cases, events, broken } = await verifyChains(db)
  if (broken !== null) {
    say(`broken link: appeal ${broken.number} (${broken.caseId}), event ${broken.seq}: ${FAULTS[broken.fault]}`)
    return false
  }
  say(`chain holds: ${events} events of ${cases} appeals`)
  if (heads !== null) {
    const lost = await firstLostHead(db, heads)
    if (lost !== null) {
      say(`broken link: appeal ${lost.caseId}, event ${lost.seq}: ${lost.file} names it, and the log does not hold it any more`)
      return false
    }
    say('heads: all are in the log')
  }
  const rebuilt = await rebuildReadModel(db, progress)
  say(`rebuilt: ${rebuilt.cases} appeals`)
  return true
}

const FAULTS = {
  gap: 'an event before it is missing',
  previous: 'it does not follow the event before it',
  hash: 'its text is not what was written',
} as const
