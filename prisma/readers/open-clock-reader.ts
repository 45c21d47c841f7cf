import type { ClockFacts, ClockKind, Instant } from '../../domain/clocks/types.ts'
import type { Rung } from '../../domain/routing/item.ts'
import type { SqlReads } from '../database.ts'
import { instantOrNull } from '../instants.ts'

/** A running clock of an open appeal, with what a new date of it follows from. */
export interface OpenClock {
  readonly caseId: string
  readonly number: string
  readonly clockId: string
  readonly kind: ClockKind
  readonly calendar: string
  readonly dueAt: Instant | null
  readonly card: 'yellow' | 'red' | null
  readonly expired: boolean
  /** Null in a row that an earlier release wrote. */
  readonly facts: ClockFacts | null
  readonly ladder: readonly Rung[]
}

export interface OpenClockReader {
  /**
   * Running clocks of these calendars, whole appeals only, in the order of their ids after one of them; `next` is
   * null where there are no more.
   */
  page(
    calendars: readonly string[],
    afterCaseId: string | null,
    limit: number,
  ): Promise<{ readonly clocks: readonly OpenClock[]; readonly next: string | null }>
  /** Open appeals on an older version of an item, in the order of ids. */
  appealsOf(item: string, olderThan: number, afterCaseId: string | null, limit: number): Promise<readonly string[]>
}

interface Row {
  readonly caseId: string
  readonly number: string
  readonly clockId: string
  readonly kind: ClockKind
  readonly calendar: string
  readonly dueAt: Date | null
  readonly card: 'yellow' | 'red' | null
  readonly expired: boolean
  readonly facts: ClockFacts | null
  readonly item: string
  readonly version: number
}

const FIRST = '00000000-0000-0000-0000-000000000000'

export function createOpenClockReader(db: SqlReads): OpenClockReader {
  const ladders = new Map<string, readonly Rung[]>()

  async function ladderOf({ item, version }: Row): Promise<readonly Rung[]> {
    const key = `${item} ${version}`
    const known = ladders.get(key)
    if (known !== undefined) return known
    const rows = await db.$queryRaw<{ ladder: readonly Rung[] }[]>`
      select body -> 'ladder' as ladder from catalog_version where code = ${item} and version = ${version} order by created_at desc limit 1`
    const ladder = rows[0]?.ladder ?? []
    ladders.set(key, ladder)
    return ladder
  }

  return {
    async page(calendars, afterCaseId, limit) {
      const rows = await db.$queryRaw<Row[]>`
        select c.case_id as "caseId", a.number, c.clock_id as "clockId", c.kind, c.calendar, c.due_at as "dueAt", c.card,
               c.expired_at is not null as expired, c.facts, a.item, a.item_version as version
          from clock c join appeal a on a.case_id = c.case_id
         where c.stopped_at is null and c.case_id > ${afterCaseId ?? FIRST}::uuid and c.calendar = any (${calendars}::text[]) and a.status <> 'ended'
         order by c.case_id, c.clock_id limit ${limit}`
      const last = rows.length < limit ? null : (rows.at(-1)?.caseId ?? null)
      // The last appeal may go on beyond the page; an appeal has far fewer clocks than a page has places.
      const whole = last === null ? rows : rows.filter((row) => row.caseId !== last)
      const clocks: OpenClock[] = []
      for (const row of whole) {
        const { item: _item, version: _version, ...clock } = row
        clocks.push({ ...clock, dueAt: instantOrNull(row.dueAt), ladder: await ladderOf(row) })
      }
      return { clocks, next: last === null ? null : (whole.at(-1)?.caseId ?? null) }
    },

    async appealsOf(item, olderThan, afterCaseId, limit) {
      const rows = await db.$queryRaw<{ caseId: string }[]>`
        select case_id as "caseId" from appeal
         where item = ${item} and item_version < ${olderThan} and status <> 'ended' and case_id > ${afterCaseId ?? FIRST}::uuid order by case_id limit ${limit}`
      return rows.map((row) => row.caseId)
    },
  }
}
