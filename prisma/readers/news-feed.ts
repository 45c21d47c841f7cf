import type { NewsBell } from '../news-bell.ts'
import type { LeftOff, Missed, News, NewsReader } from './news-reader.ts'

/** Told of news as they become visible, and the id up to which nothing is missing any more. */
export type NewsListener = (news: readonly News[], position: number) => void

export interface NewsFeed {
  /** From now on; the answer ends it. */
  follow(listener: NewsListener): () => void
  /** The id up to which everything was handed on. */
  position(): Promise<number>
  missed(left: LeftOff, limit: number): Promise<Missed>
  close(): Promise<void>
}

export interface NewsFeedDeps {
  readonly reader: NewsReader
  readonly openBell: (ring: () => void) => NewsBell
  readonly onFault: (error: unknown) => void
}

/** A ring is left out shortly after another (ring_news), so what follows one is read this much later. */
const AFTER_RING_MS = 150
const QUIET_MS = 1000
/** An id that has not appeared for so long belongs to a write that was rolled back; statements of writers end sooner. */
const GAP_MS = 10_000
const A_READ = 500

/**
 * Reads news for all streams of the process while somebody follows. Ids are given before the commit and may
 * become visible in another order: each is handed on when it is seen, and the position waits at the first that is missing.
 */
export function createNewsFeed({ reader, openBell, onFault }: NewsFeedDeps): NewsFeed {
  const listeners = new Set<NewsListener>()
  let running: Promise<void> | null = null
  let begun: Promise<void> | null = null
  let wake = (): void => {}
  let rung = false
  let low = 0
  let seen = new Set<number>()
  let gapSince: number | null = null

  const ring = (): void => {
    rung = true
    wake()
  }

  async function begin(): Promise<void> {
    const { ids, newest } = await reader.recent(GAP_MS)
    low = newest
    seen = new Set(ids)
    gapSince = null
    advance()
  }

  function ready(): Promise<void> {
    begun ??= begin().catch((fault: unknown) => {
      begun = null
      throw fault
    })
    return begun
  }

  function advance(): void {
    const before = low
    while (seen.delete(low + 1)) low += 1
    if (seen.size === 0 || low > before) gapSince = null
    if (seen.size === 0) return
    const now = performance.now()
    gapSince ??= now
    if (now - gapSince < GAP_MS) return
    low = Math.min(...seen) - 1
    gapSince = null
    advance()
  }

  async function read(): Promise<boolean> {
    const news = await reader.after(low, [...seen], A_READ)
    for (const each of news) seen.add(each.id)
    advance()
    if (news.length > 0) for (const listener of listeners) listener(news, low)
    return news.length > 0
  }

  async function run(): Promise<void> {
    const bell = openBell(ring)
    try {
      while (listeners.size > 0) {
        let soon = rung
        rung = false
        try {
          await ready()
          soon = (await read()) || soon
        } catch (fault) {
          onFault(fault)
        }
        if (!rung && listeners.size > 0) await pause(soon ? AFTER_RING_MS : QUIET_MS)
      }
    } finally {
      begun = null
      await bell.close()
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function ensureRunning(): void {
    running ??= run().finally(() => {
      running = null
      if (listeners.size > 0) ensureRunning()
    })
  }

  return {
    follow(listener) {
      listeners.add(listener)
      ensureRunning()
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) wake()
      }
    },
    async position() {
      await ready()
      return low
    },
    missed: reader.missed,
    async close() {
      listeners.clear()
      wake()
      await running
    },
  }
}
