import { DAY_MS } from '../domain/clocks/local-date.ts'

const HOUR_MS = 3_600_000

/** Real days that what belongs to signing in is kept after its end; docs/operations.md says the same. */
export const KEPT_DAYS = { sessions: 90, signInCodes: 30, signInAttempts: 1 } as const

export interface RemoveEndedActivity {
  /**
   * Deletes sessions, sign-in codes with their mails, and counted attempts that ended long enough ago, uploads that were
   * never filed, what uploads that broke off left behind, and news of more than an hour ago; how many rows.
   */
  removeEnded(): Promise<number>
}

/** Something whose rows end by themselves and are of no use some time later. */
interface Ending {
  removeEndedBefore(at: number): Promise<number>
}

export interface RemoveEndedDeps {
  readonly kept: Readonly<Record<keyof typeof KEPT_DAYS, Ending>>
  readonly uploads: Ending
  /** What streams to open pages tell again after a cut. */
  readonly news: Ending
  readonly realNow: () => number
  readonly count: (figure: 'sign_in_removed' | 'files_removed', by: number) => void
}

export function createRemoveEnded({ kept, uploads, news, realNow, count }: RemoveEndedDeps): RemoveEndedActivity {
  const before = (days: number): number => realNow() - days * DAY_MS
  return {
    async removeEnded() {
      const sessions = await kept.sessions.removeEndedBefore(before(KEPT_DAYS.sessions))
      const codes = await kept.signInCodes.removeEndedBefore(before(KEPT_DAYS.signInCodes))
      const attempts = await kept.signInAttempts.removeEndedBefore(before(KEPT_DAYS.signInAttempts))
      const removed = sessions + codes + attempts
      count('sign_in_removed', removed)
      // An hour later than they end, so that none is taken from a filing that is being written.
      const files = await uploads.removeEndedBefore(realNow() - HOUR_MS)
      count('files_removed', files)
      return removed + files + (await news.removeEndedBefore(realNow() - HOUR_MS))
    },
  }
}
