import { CASE_STATUSES, type CaseStatus } from '../../domain/case/state.ts'
import type { Colour } from '../../domain/case/rows.ts'
import { Prisma } from '../generated/client.ts'
import type { Place } from './cursor.ts'

/**
 * Which appeals a person may see: all; or those of experts at these stations, and those that have or had
 * a task in these windows, and those of this expert (the sets are added together).
 */
export interface AppealScope {
  readonly all: boolean
  readonly stations: readonly string[]
  readonly windows: readonly string[]
  readonly expertId: string | null
}

export interface AppealFilter {
  /** `closed` is aftercare and ended together. */
  readonly status?: CaseStatus | 'closed'
  readonly item?: string
  /** Accountable window. */
  readonly window?: string
  readonly station?: string
  readonly expertId?: string
  readonly colour?: Colour
  /** Whole number or its beginning; letters in any case. */
  readonly q?: string
  /** Only those whose nearest limit lies before this instant. */
  readonly dueBefore?: number
}

const STATUS_SQL: Readonly<Record<CaseStatus | 'closed', Prisma.Sql>> = {
  // Written as literals, since a partial index is used only when the plan knows the value.
  new: Prisma.sql`a.status = 'new'`,
  open: Prisma.sql`a.status = 'open'`,
  aftercare: Prisma.sql`a.status = 'aftercare'`,
  ended: Prisma.sql`a.status = 'ended'`,
  closed: Prisma.sql`a.status in ('aftercare', 'ended')`,
}

export const APPEAL_STATUS_FILTERS = [...CASE_STATUSES, 'closed'] as const

/** The filter as conditions on `appeal a`, without the scope. */
export function filterSql(filter: AppealFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (filter.status !== undefined) conditions.push(STATUS_SQL[filter.status])
  if (filter.item !== undefined) conditions.push(Prisma.sql`a.item = ${filter.item}`)
  if (filter.window !== undefined) conditions.push(Prisma.sql`a.accountable_window = ${filter.window}`)
  if (filter.station !== undefined) conditions.push(Prisma.sql`a.station = ${filter.station}`)
  if (filter.expertId !== undefined) conditions.push(Prisma.sql`a.expert_id = ${filter.expertId}::uuid`)
  if (filter.colour !== undefined) conditions.push(Prisma.sql`a.colour = ${filter.colour}`)
  if (filter.q !== undefined && filter.q.trim() !== '') conditions.push(Prisma.sql`a.number like ${prefixPattern(filter.q.toUpperCase())}`)
  if (filter.dueBefore !== undefined) conditions.push(Prisma.sql`a.due_at < ${new Date(filter.dueBefore)}`)
  return conditions
}

/** The scope as one condition on `appeal a`; null where everything may be seen. */
export function scopeSql(scope: AppealScope): Prisma.Sql | null {
  if (scope.all) return null
  const parts: Prisma.Sql[] = []
  if (scope.expertId !== null) parts.push(Prisma.sql`a.expert_id = ${scope.expertId}::uuid`)
  if (scope.stations.length > 0) parts.push(Prisma.sql`a.station = any (${[...scope.stations]}::text[])`)
  if (scope.windows.length > 0) {
    parts.push(
      Prisma.sql`exists (select 1 from task t where t.case_id = a.case_id and t.window_code = any (${[...scope.windows]}::text[]))`,
    )
  }
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(parts, ' or ')})`
}

/** Newest first: what lies after the place. */
export function afterPlace(alias: 'a' | 't', place: Place | null): Prisma.Sql[] {
  if (place === null || place.at === null) return []
  return [Prisma.sql`(${Prisma.raw(alias)}.received_at, ${Prisma.raw(alias)}.case_id) < (${place.at}, ${place.id}::uuid)`]
}

export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], ' and ')
}

/** A pattern of LIKE for what begins so. */
export function prefixPattern(q: string): string {
  return `${q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
