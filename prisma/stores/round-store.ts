import type { LocalDate } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'
import { dateOf } from '../instants.ts'

export type RoundFacts = Readonly<Record<string, string | number | boolean | null>>

/** What rounds of the worker leave behind for people who watch: when each last ran, what it saw, and counts by day. */
export interface RoundStore {
  /** Replaces what the round of this name saw last; `at` is now, in real time. */
  note(name: string, facts: RoundFacts): Promise<void>
  /** Adds to the count of a real day; the counts of all days are kept. */
  add(name: string, day: LocalDate, by: number): Promise<void>
}

export function createRoundStore(db: Database): RoundStore {
  return {
    async note(name, facts) {
      await db.$executeRaw`
        insert into last_round (name, at, facts) values (${name}, clock_timestamp(), ${facts as Prisma.InputJsonObject}::jsonb)
        on conflict (name) do update set at = excluded.at, facts = excluded.facts`
    },
    async add(name, day, by) {
      if (by === 0) return
      await db.$executeRaw`
        insert into watch_count as w (name, day, count) values (${name}, ${dateOf(day)}::date, ${by})
        on conflict (name, day) do update set count = w.count + excluded.count`
    },
  }
}
