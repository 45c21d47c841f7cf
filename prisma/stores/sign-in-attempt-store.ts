import type { Database } from '../database.ts'

export interface SignInAttemptStore {
  /**
   * Counts one attempt under a key (an account, a source) in a window of real time that begins with its
   * first attempt; shared by all API processes. Answers the attempts so far and when the window ends.
   */
  spend(key: string, at: number, windowMs: number): Promise<{ readonly attempts: number; readonly until: number }>
  forget(key: string): Promise<void>
  removeEndedBefore(at: number): Promise<number>
}

export function createSignInAttemptStore(db: Database): SignInAttemptStore {
  return {
    async spend(key, at, windowMs) {
      const now = new Date(at)
      const end = new Date(at + windowMs)
      const rows = await db.$queryRaw<{ points: number; until: Date }[]>`
        insert into sign_in_attempt (key, points, until) values (${key}, 1, ${end})
        on conflict (key) do update set points = case when sign_in_attempt.until > ${now} then sign_in_attempt.points + 1 else 1 end,
            until = case when sign_in_attempt.until > ${now} then sign_in_attempt.until else excluded.until end
        returning points, until`
      const row = rows[0]
      if (!row) throw new Error('the attempt was not counted')
      return { attempts: row.points, until: row.until.getTime() }
    },
    async forget(key) {
      await db.signInAttempt.deleteMany({ where: { key } })
    },
    async removeEndedBefore(at) {
      return (await db.signInAttempt.deleteMany({ where: { until: { lt: new Date(at) } } })).count
    },
  }
}
