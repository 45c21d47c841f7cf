import { z } from 'zod'
import type { EventType } from '../../../domain/case/event.ts'
import type { Text } from '../../../domain/text.ts'
import { auditFilter, auditQuery } from '../../admin/audit-query.ts'
import { checkedCursor } from '../../cases/cursor.ts'
import { answer, defineRoute } from '../../route.ts'
import { instantOut, nothing, textSchema } from '../../schemas/input.ts'
import { EVENT_NAMES } from '../../views/event-names.ts'
import { iso } from '../../views/iso.ts'

const TYPES = Object.keys(EVENT_NAMES).filter((type): type is EventType => type in EVENT_NAMES)

const eventSchema = z.object({
  number: z.string(),
  seq: z.int(),
  at: instantOut.meta({ description: 'case time' }),
  writtenAt: instantOut.meta({ description: 'real time' }),
  type: z.string(),
  name: textSchema,
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable(), actingFor: z.string().nullable() }),
})

/** The log of all appeals by who, what, when and which; its texts are not shown here. */
export const getAuditEvents = defineRoute({
  method: 'get',
  path: '/api/admin/audit/events',
  tag: 'administration',
  summary: { zh: '检索办理记录', en: 'Search the log' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ ...auditQuery, type: z.enum(TYPES).optional() }),
  body: nothing,
  answers: { 200: z.object({ events: z.array(eventSchema), next: z.string().nullable() }) },
  handler: async ({ deps, query }) => {
    const filter = { ...(await auditFilter(deps, query)), ...(query.type === undefined ? {} : { type: query.type }) }
    const { rows, next } = await deps.audit.events(filter, { cursor: checkedCursor(query.cursor, 'tasks'), limit: query.limit })
    const ids = rows.flatMap(({ actorKind, actorId, actingFor }) => [
      ...(actorKind === 'staff' && actorId ? [actorId] : []),
      ...(actingFor ? [actingFor] : []),
    ])
    const names = await deps.staffNames(ids)
    const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
    return answer(200, {
      events: rows.map(({ at, writtenAt, type, actorKind, actorId, actingFor, ...rest }) => ({
        ...rest,
        type,
        at: iso(at),
        writtenAt: iso(writtenAt),
        name: nameOfEvent(type),
        actor: { kind: actorKind, id: actorId, name: nameOf(actorId), actingFor: nameOf(actingFor) },
      })),
      next,
    })
  },
})

/** What a line is called; its type itself where it is of another release. */
function nameOfEvent(type: string): Text {
  const known = TYPES.find((each) => each === type)
  return known === undefined ? { zh: type, en: type } : EVENT_NAMES[known]
}
