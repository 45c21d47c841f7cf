import { z } from 'zod'
import { auditFilter, auditQuery } from '../../admin/audit-query.ts'
import { answer, defineRoute } from '../../route.ts'
import { instantOut, nothing } from '../../schemas/input.ts'
import { iso } from '../../views/iso.ts'

const readSchema = z.object({
  id: z.string(),
  at: instantOut.meta({ description: 'case time' }),
  readAt: instantOut.meta({ description: 'real time' }),
  person: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable().meta({ description: 'of staff' }) }),
  subject: z.object({
    kind: z.string(),
    id: z.string(),
    name: z.string().nullable().meta({ description: 'number of an appeal, name of staff' }),
  }),
  route: z.string(),
})

/** Who read whose data, newest first. */
export const getAuditReads = defineRoute({
  method: 'get',
  path: '/api/admin/audit/reads',
  tag: 'administration',
  summary: { zh: '检索查阅记录', en: 'Search who read what' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    ...auditQuery,
    cursor: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  body: nothing,
  answers: { 200: z.object({ reads: z.array(readSchema), next: z.string().nullable() }) },
  handler: async ({ deps, query }) => {
    const rows = await deps.audit.reads(await auditFilter(deps, query), { after: query.cursor ?? null, limit: query.limit + 1 })
    const reads = rows.slice(0, query.limit)
    const staff = reads.flatMap((row) => [
      ...(row.personKind === 'staff' ? [row.personId] : []),
      ...(row.subjectKind === 'staff' ? [row.subjectId] : []),
    ])
    const names = await deps.staffNames(staff)
    return answer(200, {
      reads: reads.map((row) => ({
        id: row.id,
        at: iso(row.at),
        readAt: iso(row.readAt),
        person: { kind: row.personKind, id: row.personId, name: names.get(row.personId) ?? null },
        subject: { kind: row.subjectKind, id: row.subjectId, name: row.number ?? names.get(row.subjectId) ?? null },
        route: row.route,
      })),
      next: rows.length > query.limit ? (reads.at(-1)?.id ?? null) : null,
    })
  },
})
