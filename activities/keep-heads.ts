import { existsSync } from 'node:fs'
import type { LocalDate } from '../domain/clocks/types.ts'
import { officeDay } from './office-day.ts'

export interface KeepHeadsActivity {
  /**
   * Writes the heads of the hash chains outside the database (design 9), once a real day of the offices:
   * by the first round of the day that can. Returns how many heads, 0 where the day has its file.
   */
  keepHeads(): Promise<number>
}

export interface KeepHeadsDeps {
  /** The file of a day, there or not. */
  readonly fileOf: (day: LocalDate) => string
  /** Writes the file of a day, whole or not at all; how many heads. */
  readonly write: (day: LocalDate) => Promise<{ readonly heads: number }>
  readonly realNow: () => number
  readonly count: (figure: 'heads_written', by: number) => void
}

/** The file itself tells that the day is done, so a restart or a second worker on the same folder changes nothing. */
export function createKeepHeads({ fileOf, write, realNow, count }: KeepHeadsDeps): KeepHeadsActivity {
  return {
    async keepHeads() {
      const day = officeDay(realNow())
      if (existsSync(fileOf(day))) return 0
      const { heads } = await write(day)
      count('heads_written', heads)
      return heads
    },
  }
}
