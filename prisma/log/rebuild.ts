import { rowsOf } from '../../domain/case/index.ts'
import type { CaseRows } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'
import { createCaseReader } from '../readers/case-reader.ts'
import { createStartReader } from '../readers/start-reader.ts'
import { casePages } from './chain.ts'

export interface RebuildReport {
  readonly cases: number
}

const CASES_A_PAGE = 100
const LONGEST_MS = 4 * 60 * 60_000

/**
 * Drops what is folded from the log (appeal, task, clock, order), and only that, and folds it again, in one
 * transaction: readers see the old rows until the new ones are there, writers wait. Forms, notices, texts
 * and materials are not touched. `progress` is told how many cases are done. The database is one
 * without a limit on statements (`statementMs: 0`).
 */
export async function rebuildReadModel(db: Database, progress: (cases: number) => void = () => {}): Promise<RebuildReport> {
  const rebuild = async (tx: Prisma.TransactionClient): Promise<RebuildReport> => {
    await tx.$executeRaw`lock table appeal, task, clock, case_order in share row exclusive mode`
    for (const table of ['case_order', 'clock', 'task', 'appeal']) await tx.$executeRawUnsafe(`delete from ${table}`)
    let cases = 0
    for await (const page of casePages(tx, CASES_A_PAGE)) {
      for (const rows of await foldedRows(
        tx,
        page.map((one) => one.id),
      )) {
        await tx.$executeRaw`select write_rows(${JSON.stringify(rows)}::jsonb)`
        cases += 1
      }
      progress(cases)
    }
    return { cases }
  }
  return db.$transaction(rebuild, { timeout: LONGEST_MS, maxWait: 30_000 })
}

async function foldedRows(tx: Prisma.TransactionClient, caseIds: readonly string[]): Promise<readonly CaseRows[]> {
  const cases = createCaseReader(tx, createStartReader(tx))
  const states = await cases.loadMany(caseIds)
  return [...states.values()].map((state) => rowsOf(state))
}
