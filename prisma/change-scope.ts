import { Prisma } from './generated/client.ts'

export const CHANGE_KINDS = ['calendar', 'item'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * Which intakes `i` a run `r` concerns: those that were filed under another version of one of its calendars, or
 * under an older version of its item. One that an earlier run moved since is among them, and is moved on; what
 * was filed under the version itself never is.
 */
export function concerned(kind: ChangeKind): Prisma.Sql {
  return kind === 'calendar'
    ? Prisma.sql`exists (select 1 from change_target t where t.run_id = r.id and i.calendar_digests ->> t.id <> t.digest)`
    : Prisma.sql`i.item = r.target and i.item_version < r.version::integer`
}
