import { z } from 'zod'
import type { AuditFilter } from '../../prisma/readers/audit-reader.ts'
import type { Deps } from '../deps.ts'
import { fieldError, invalid } from '../problems/problem.ts'
import { instant, pageQuery, reference } from '../schemas/input.ts'

/** What both searches of the audit take: the page, who, which appeal, and from when to when (case time). */
export const auditQuery = {
  ...pageQuery,
  who: z.string().trim().min(1).max(100).optional().meta({ description: 'user name of a staff member' }),
  number: reference.optional(),
  from: instant.optional(),
  to: instant.optional(),
}

interface Asked {
  readonly who?: string | undefined
  readonly number?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** The filter that was asked for; 422 with the field for a user name that nobody has. */
export async function auditFilter(deps: Deps, { who, number, from, to }: Asked): Promise<AuditFilter & { readonly number?: string }> {
  const person = who === undefined ? null : await deps.people.staffByUsername(who)
  if (who !== undefined && person === null) throw invalid([fieldError('who', 'unknown', { value: who })])
  return {
    ...(number === undefined ? {} : { number }),
    ...(person === null ? {} : { personId: person.id }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
