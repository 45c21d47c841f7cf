import type { Database } from '../database.ts'
import { type StaffPerson, staffOf } from './people-reader.ts'

export interface StaffListReader {
  /** Staff by user name, closed accounts too; `after` is the last user name of the page before, `q` the beginning of a user name or name. */
  list(page: { readonly after: string | null; readonly q: string | null; readonly limit: number }): Promise<readonly StaffPerson[]>
}

export function createStaffListReader(db: Database): StaffListReader {
  return {
    async list({ after, q, limit }) {
      const rows = await db.staff.findMany({
        where: {
          ...(after === null ? {} : { username: { gt: after } }),
          ...(q === null
            ? {}
            : { OR: [{ username: { startsWith: q, mode: 'insensitive' } }, { name: { startsWith: q, mode: 'insensitive' } }] }),
        },
        orderBy: { username: 'asc' },
        take: limit,
      })
      return rows.map(staffOf)
    },
  }
}
