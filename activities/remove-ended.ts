import { DAY_MS } from '../domain/clocks/local-date.ts'

/** Real days that what belongs to signing in is kept after its end; docs/operations.md says the same. */
export const KEPT_DAYS = { sessions: 90, signInCodes: 30, signInAttempts: 1 } as const

export interface RemoveEndedActivity {
  /** Deletes sessions, sign-in codes with their mails, and counted attempts that ended long enough ago; how many rows. */
  removeEnded(): Promise<number>
}

/** Something whose rows end by themselves and are of no use some time later. */
interface Ending {
  removeEndedBefore(at: number): Promise<number>
}

export interface RemoveEndedDeps {
  readonly kept: Readonly<Record<keyof typeof KEPT_DAYS, Ending>>
  readonly realNow: () => number
  readonly count: (figure: 'sign_in_removed', by: number) => void
}

export function createRemoveEnded({ kept, realNow, count }: RemoveEndedDeps): RemoveEndedActivity {
  const before = (days: number): number => realNow() - days * DAY_MS
  return {
    async removeEnded() {
      const sessions = await kept.sessions.removeEndedBefore(before(KEPT_DAYS.sessions))
      const codes = await kept.signInCodes.removeEndedBefore(before(KEPT_DAYS.signInCodes))
      const attempts = await kept.signInAttempts.removeEndedBefore(before(KEPT_DAYS.signInAttempts))
      const removed = sessions + codes + attempts
      count('sign_in_removed', removed)
      return removed
    },
  }
}
