import { setTimeout as sleep } from 'node:timers/promises'

/** Bound of every wait: far beyond what a busy machine needs. */
export const PATIENCE_MS = 120_000

/** Asks until there is an answer; throws what was waited for when the patience is over. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    const answer = await ask()
    if (answer !== null) return answer
    await sleep(200)
  }
  throw new Error(`waited in vain for ${what}`)
}
