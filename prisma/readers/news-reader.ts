import type { SqlReads } from '../database.ts'

export const NEWS_KINDS = ['appeal', 'person', 'presence', 'offices', 'rules'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

/** That something changed and for whom; never what it is about. Fields that a kind has not are null or empty. */
export interface News {
  readonly id: number
  readonly kind: NewsKind
  readonly number: string | null
  /** Last event of the batch. */
  readonly seq: number | null
  readonly station: string | null
  readonly expertId: string | null
  /** Windows that had or have a task of the appeal. */
  readonly windows: readonly string[]
  /** Tasks that changed. */
  readonly tasks: readonly string[]
  /** Whether the expert may read any event of the batch. */
  readonly forExpert: boolean
  readonly personId: string | null
}

/** Where a reader left off: after an id, or with what it knows so many milliseconds old. */
export type LeftOff = { readonly after: number } | { readonly behindMs: number }

export interface Missed {
  readonly news: readonly News[]
  /** True where too much was missed, or it is no longer kept: the reader reads everything anew. */
  readonly reset: boolean
}

export interface NewsReader {
  /** Ids said within the last so many milliseconds, ascending; and an id from which a new reader may count. */
  recent(withinMs: number): Promise<{ readonly ids: readonly number[]; readonly newest: number }>
  /** What stands after an id without those named, ascending. Ids are given before the commit, so lower ones may still come. */
  after(id: number, without: readonly number[], limit: number): Promise<readonly News[]>
  missed(left: LeftOff, limit: number): Promise<Missed>
}

type Row = Omit<News, 'id'> & { readonly id: bigint }

/** With no row to count from, so many ids may belong to writes that are under way. */
const UNDER_WAY = 100

export function createNewsReader(db: SqlReads): NewsReader {
  async function after(id: number, without: readonly number[], limit: number): Promise<readonly News[]> {
    const rows = await db.$queryRaw<Row[]>`
      select id, kind, number, seq, station, expert_id as "expertId", windows, tasks, for_expert as "forExpert", person_id as "personId"
        from news where id > ${id} and id <> all (${[...without]}::bigint[]) order by id limit ${limit}`
    return rows.map((row) => ({ ...row, id: Number(row.id) }))
  }

  async function bounds(behindMs: number): Promise<{ oldest: number | null; given: number; past: number }> {
    const rows = await db.$queryRaw<{ oldest: bigint | null; given: bigint; past: bigint }[]>`
      select (select min(id) from news) as oldest,
             coalesce(pg_sequence_last_value(pg_get_serial_sequence('news', 'id')::regclass), 0) as given,
             coalesce((select id from news where said_at < clock_timestamp() - make_interval(secs => ${behindMs / 1000}::float8)
                        order by id desc limit 1), 0) as past`
    const row = rows[0]
    if (row === undefined) throw new Error('no bounds of the news')
    return { oldest: row.oldest === null ? null : Number(row.oldest), given: Number(row.given), past: Number(row.past) }
  }

  return {
    async recent(withinMs) {
      const { given, past } = await bounds(withinMs)
      const news = await after(past, [], given - past + UNDER_WAY)
      const ids = news.map((each) => each.id)
      return { ids, newest: past > 0 ? past : Math.max(0, (ids[0] ?? given) - UNDER_WAY) }
    },
    after,
    async missed(left, limit) {
      const { oldest, given, past } = await bounds('behindMs' in left ? left.behindMs : 0)
      if ('after' in left && (left.after > given || (left.after < given && (oldest ?? given + 1) > left.after + 1)))
        return { news: [], reset: true }
      const news = await after('after' in left ? left.after : past, [], limit + 1)
      return news.length > limit ? { news: [], reset: true } : { news, reset: false }
    },
  }
}
