import type { Language } from '../../domain/text.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/client.ts'
import { instantOf, instantOrNull } from '../instants.ts'
import type { FigureQuery, Stations } from '../readers/figures/figure-list.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const EXPORT_STATUSES = ['running', 'ready', 'failed', 'expired'] as const
export type ExportStatus = (typeof EXPORT_STATUSES)[number]

export interface ExportJob {
  readonly id: string
  readonly personId: string
  readonly format: ExportFormat
  readonly language: Language
  readonly query: FigureQuery
  /** The stations that the person supervised when they asked. */
  readonly scope: Stations
  /** Case time: the file shows what belongs to the figure as of then. */
  readonly askedAt: Instant
  readonly status: ExportStatus
  readonly total: number
  readonly done: number
  /** Counts who has worked on it; each writes a file of its own. */
  readonly attempt: number
  readonly createdAt: Instant
  readonly claimedUntil: Instant | null
  readonly expiresAt: Instant
}

export type NewExport = Pick<
  ExportJob,
  'personId' | 'format' | 'language' | 'query' | 'scope' | 'askedAt' | 'total' | 'createdAt' | 'expiresAt'
> & {
  readonly key: string
}

export interface ExportStore {
  /** The job of that person and key, made where there is none. */
  create(job: NewExport): Promise<ExportJob>
  find(id: string): Promise<ExportJob | null>
  /** Newest first. */
  ofPerson(personId: string, limit: number): Promise<readonly ExportJob[]>
  /** Takes a running job that nobody works on, for so long; null where somebody does. */
  claim(id: string, now: Instant, until: Instant): Promise<ExportJob | null>
  /** Keeps the claim and tells how far it is; false where another has taken it. */
  advance(job: ExportJob, done: number, until: Instant): Promise<boolean>
  /** False where another has taken it. */
  finish(job: ExportJob, status: 'ready' | 'failed', at: Instant): Promise<boolean>
  /** Marks what has expired and answers it, so that its files are removed. */
  expire(now: Instant): Promise<readonly ExportJob[]>
}

const COLUMNS = Prisma.sql`j.id, j.person_id as "personId", j.format, j.language, j.query, j.scope, j.asked_at as "askedAt", j.status, j.total,
  j.done, j.attempt, j.created_at as "createdAt", j.claimed_until as "claimedUntil", j.expires_at as "expiresAt"`

type Row = Omit<ExportJob, 'askedAt' | 'createdAt' | 'claimedUntil' | 'expiresAt'> & {
  readonly askedAt: Date
  readonly createdAt: Date
  readonly claimedUntil: Date | null
  readonly expiresAt: Date
}

export function createExportStore(db: Database): ExportStore {
  return {
    async create({ personId, key, format, language, query, scope, askedAt, total, createdAt, expiresAt }) {
      const rows = await db.$queryRaw<Row[]>`
        insert into export_job as j (person_id, key, format, language, query, scope, asked_at, total, created_at, expires_at)
        values (${personId}::uuid, ${key}, ${format}, ${language}, ${JSON.stringify(query)}::jsonb, ${JSON.stringify(scope)}::jsonb,
                ${new Date(askedAt)}, ${total}, ${new Date(createdAt)}, ${new Date(expiresAt)})
        on conflict (person_id, key) do update set key = excluded.key returning ${COLUMNS}`
      return jobOf(rows[0]) ?? impossible()
    },

    async find(id) {
      const rows = await db.$queryRaw<Row[]>`select ${COLUMNS} from export_job j where j.id = ${id}::uuid`
      return jobOf(rows[0])
    },

    async ofPerson(personId, limit) {
      const rows = await db.$queryRaw<Row[]>`
        select ${COLUMNS} from export_job j where j.person_id = ${personId}::uuid order by j.created_at desc, j.id limit ${limit}`
      return rows.flatMap((row) => jobOf(row) ?? [])
    },

    async claim(id, now, until) {
      const rows = await db.$queryRaw<Row[]>`
        update export_job j set claimed_until = ${new Date(until)}, attempt = j.attempt + 1, done = 0
         where j.id = ${id}::uuid and j.status = 'running' and (j.claimed_until is null or j.claimed_until < ${new Date(now)})
        returning ${COLUMNS}`
      return jobOf(rows[0])
    },

    async advance({ id, attempt }, done, until) {
      const count = await db.$executeRaw`
        update export_job set done = ${done}, claimed_until = ${new Date(until)}
         where id = ${id}::uuid and attempt = ${attempt} and status = 'running'`
      return count === 1
    },

    async finish({ id, attempt }, status, at) {
      const count = await db.$executeRaw`
        update export_job set status = ${status}, finished_at = ${new Date(at)}, claimed_until = null
         where id = ${id}::uuid and attempt = ${attempt} and status = 'running'`
      return count === 1
    },

    async expire(now) {
      const rows = await db.$queryRaw<Row[]>`
        update export_job j set status = 'expired' where j.status <> 'expired' and j.expires_at < ${new Date(now)} returning ${COLUMNS}`
      return rows.flatMap((row) => jobOf(row) ?? [])
    },
  }
}

function jobOf(row: Row | undefined): ExportJob | null {
  if (row === undefined) return null
  return {
    ...row,
    askedAt: instantOf(row.askedAt),
    createdAt: instantOf(row.createdAt),
    claimedUntil: instantOrNull(row.claimedUntil),
    expiresAt: instantOf(row.expiresAt),
  }
}

function impossible(): never {
  throw new Error('an insert that returns gave no row')
}
