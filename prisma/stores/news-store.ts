import type { Database } from '../database.ts'

export interface NewsStore {
  /** Deletes news said before a real instant, never the newest of all, from which ids are counted; how many. */
  removeEndedBefore(at: number): Promise<number>
}

export function createNewsStore(db: Database): NewsStore {
  return {
    removeEndedBefore: (at) =>
      db.$executeRaw`delete from news where said_at < ${new Date(at)}::timestamptz and id < (select max(id) from news)`,
  }
}
