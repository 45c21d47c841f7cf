import type { Database } from '../database.ts'
import { type AppealScope, allOf, scopeSql } from './appeal-filter.ts'
import { Prisma } from '../generated/client.ts'

/** Something that awaits a decision: an extension request or an arbitration, with the clock of its decision. */
export interface AwaitedDecision {
  readonly caseId: string
  readonly scopeKind: 'extension-request' | 'arbitration'
  readonly scopeId: string
  readonly clockId: string
}

export interface DecisionReader {
  /** What awaits a decision on open appeals of the scope, nearest limit first. */
  awaited(scope: AppealScope, limit: number): Promise<readonly AwaitedDecision[]>
}

export function createDecisionReader(db: Database): DecisionReader {
  return {
    async awaited(scope, limit) {
      const visible = scopeSql(scope)
      return db.$queryRaw<AwaitedDecision[]>`
        select c.case_id as "caseId", c.scope_kind as "scopeKind", c.scope_id as "scopeId", c.clock_id as "clockId"
          from clock c join appeal a on a.case_id = c.case_id
         where c.stopped_at is null and c.scope_kind in ('extension-request', 'arbitration') and ${allOf([Prisma.sql`a.status = 'open'`, ...(visible === null ? [] : [visible])])}
         order by c.due_at, c.case_id, c.clock_id limit ${limit}`
    },
  }
}
