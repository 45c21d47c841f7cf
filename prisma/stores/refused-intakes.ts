import { isRefusal, type Refusal } from '../../domain/case/refusal.ts'
import type { Database } from '../database.ts'

/** Filings that the rules of the engine refused: never started again, and no open appeal of the expert. */
export interface RefusedIntakes {
  /** Does nothing where it is marked already, or where the log holds an event of it. */
  markRefused(id: string, refusal: Refusal): Promise<void>
  refusalOf(id: string): Promise<Refusal | null>
}

export function createRefusedIntakes(db: Database): RefusedIntakes {
  return {
    async markRefused(id, refusal) {
      await db.$executeRaw`
        update intake set refused = ${JSON.stringify(refusal)}::jsonb
         where id = ${id}::uuid and refused is null and not exists (select 1 from case_event where case_id = ${id}::uuid)`
    },
    async refusalOf(id) {
      const row = await db.intake.findUnique({ where: { id }, select: { refused: true } })
      return isRefusal(row?.refused) ? row.refused : null
    },
  }
}
