import type { Instant } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { instantOf } from '../instants.ts'
import { type Page, pageOf, placeOfAppeal } from './cursor.ts'

/** What is searched; null or absent: any. Instants are case time, `from` included, `to` not. */
export interface AuditFilter {
  readonly personId?: string
  readonly from?: Instant
  readonly to?: Instant
}

/** One line of the log of an appeal, without its text. */
export interface AuditedEvent {
  readonly number: string
  readonly seq: number
  readonly at: Instant
  readonly writtenAt: Instant
  readonly type: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actingFor: string | null
}

export interface AuditedRead {
  readonly id: string
  readonly at: Instant
  readonly readAt: Instant
  readonly personKind: string
  readonly personId: string
  readonly subjectKind: string
  readonly subjectId: string
  /** Number of the appeal that was read; null for a person. */
  readonly number: string | null
  readonly route: string
}

interface Paging {
  readonly cursor: string | undefined
  readonly limit: number
}

export interface AuditReader {
  /** The log of all appeals, newest first. */
  events(filter: AuditFilter & { readonly number?: string; readonly type?: string }, paging: Paging): Promise<Page<AuditedEvent>>
  /** Who read whose data, newest first; `after` is the id of the last row of the page before. */
  reads(
    filter: AuditFilter & { readonly number?: string },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly AuditedRead[]>
}

type EventRow = Omit<AuditedEvent, 'at' | 'writtenAt'> & { caseId: string; at: Date; writtenAt: Date }
type ReadRow = Omit<AuditedRead, 'id' | 'at' | 'readAt'> & { id: bigint; at: Date; readAt: Date }

export function createAuditReader(db: Database): AuditReader {
  return {
    async events({ number, type, personId, from, to }, { cursor, limit }) {
      const place = cursor === undefined ? null : placeOfEvent(cursor)
      const where = Prisma.join(
        [
          Prisma.sql`true`,
          ...(number === undefined ? [] : [Prisma.sql`e.case_id = (select id from intake where number = ${number})`]),
          ...(type === undefined ? [] : [Prisma.sql`e.type = ${type}`]),
          ...(personId === undefined ? [] : [Prisma.sql`e.actor_id = ${personId}`]),
          ...between(from, to),
          ...(place === null
            ? []
            : [
                Prisma.sql`(e.at < ${place.at} or (e.at = ${place.at} and (e.case_id, e.seq) > (${place.caseId}::uuid, ${place.seq}::integer)))`,
                Prisma.sql`e.at <= ${place.at}`,
              ]),
        ],
        ' and ',
      )
      const rows = await db.$queryRaw<EventRow[]>`
        select e.case_id as "caseId", i.number, e.seq, e.at, e.written_at as "writtenAt", e.type, e.actor_kind as "actorKind",
               e.actor_id as "actorId", e.acting_for as "actingFor"
          from case_event e join intake i on i.id = e.case_id
         where ${where} order by e.at desc, e.case_id, e.seq limit ${limit + 1}`
      return pageOf(
        rows,
        limit,
        (row) => ({ at: row.at, id: `${row.caseId}_${row.seq}` }),
        ({ caseId: _caseId, at, writtenAt, ...row }) => ({ ...row, at: instantOf(at), writtenAt: instantOf(writtenAt) }),
      )
    },

    async reads({ number, personId, from, to }, { after, limit }) {
      const where = Prisma.join(
        [
          Prisma.sql`true`,
          ...(number === undefined
            ? []
            : [Prisma.sql`e.subject_kind = 'appeal' and e.subject_id = (select id::text from intake where number = ${number})`]),
          ...(personId === undefined ? [] : [Prisma.sql`e.person_id = ${personId}::uuid`]),
          ...between(from, to),
          ...(after === null ? [] : [Prisma.sql`e.id < ${BigInt(after)}`]),
        ],
        ' and ',
      )
      const rows = await db.$queryRaw<ReadRow[]>`
        select e.id, e.at, e.read_at as "readAt", e.person_kind as "personKind", e.person_id as "personId",
               e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.route,
               case when e.subject_kind = 'appeal' then (select i.number from intake i where i.id::text = e.subject_id) end as number
          from read_audit e where ${where} order by e.id desc limit ${limit}`
      return rows.map(({ id, at, readAt, ...row }) => ({ ...row, id: id.toString(), at: instantOf(at), readAt: instantOf(readAt) }))
    },
  }
}

function between(from: Instant | undefined, to: Instant | undefined): readonly Prisma.Sql[] {
  return [
    ...(from === undefined ? [] : [Prisma.sql`e.at >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`e.at < ${new Date(to)}`]),
  ]
}

/** Place of a line of a log: the instant, the appeal and the line's number. Throws InvalidCursor. */
function placeOfEvent(cursor: string): { readonly at: Date; readonly caseId: string; readonly seq: number } {
  const bare = Buffer.from(cursor, 'base64url').toString('utf8')
  const seq = /_(\d{1,9})$/.exec(bare)?.[1] ?? ''
  const place = placeOfAppeal(Buffer.from(bare.replace(/_\d{1,9}$/, '')).toString('base64url'))
  return { at: place.at ?? new Date(0), caseId: place.id, seq: Number(seq) }
}
