import type { OrderRow } from '../../domain/case/rows.ts'
import type { Database } from '../database.ts'
import { orderRowOf } from './rows.ts'

export interface ListedOrder extends OrderRow {
  readonly number: string
}

export interface OrderReader {
  /** Urge and supervise orders that windows have not answered, oldest first. */
  unanswered(windows: readonly string[], limit: number): Promise<readonly ListedOrder[]>
}

export function createOrderReader(db: Database): OrderReader {
  return {
    async unanswered(windows, limit) {
      const rows = await db.caseOrder.findMany({
        where: { windowCode: { in: [...windows] }, answeredAt: null },
        orderBy: [{ issuedAt: 'asc' }, { caseId: 'asc' }, { orderId: 'asc' }],
        take: limit,
      })
      const appeals = await db.appeal.findMany({
        where: { caseId: { in: rows.map((row) => row.caseId) } },
        select: { caseId: true, number: true },
      })
      const numbers = new Map(appeals.map((appeal) => [appeal.caseId, appeal.number]))
      return rows.map((row) => ({ ...orderRowOf(row), number: numbers.get(row.caseId) ?? '' }))
    },
  }
}
