import pg from 'pg'
import { CONNECT_MS } from './database.ts'

/** The one connection of a process on which PostgreSQL says that there are news. */
export interface NewsBell {
  close(): Promise<void>
}

export interface NewsBellOptions {
  readonly url: string
  /** At each ring, and when the connection stands again: what was said meanwhile was not heard. */
  readonly ring: () => void
  readonly onConnectionError: (error: Error) => void
}

/** Milliseconds to the next try of a connection that broke; twice as long after each that fails. */
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 10_000
export const BELL_NAME = 'hongyan-news'

/** Listens, and connects again by itself after a loss. Missed rings cost time, never news: who reads looks each second, too. */
export function createNewsBell({ url, ring, onConnectionError }: NewsBellOptions): NewsBell {
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null
  let retryMs = FIRST_RETRY_MS

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: BELL_NAME,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    client = next
    next.on('notification', ring)
    next.once('end', () => again(next))
    next.on('error', (error) => {
      onConnectionError(error)
      again(next)
    })
    try {
      await next.connect()
      await next.query('listen hongyan_news')
      retryMs = FIRST_RETRY_MS
      ring()
    } catch (error) {
      onConnectionError(error instanceof Error ? error : new Error(String(error)))
      again(next)
    }
  }

  function again(broken: pg.Client): void {
    if (client !== broken) return
    client = null
    void broken.end().catch(() => {})
    if (closed) return
    retry = setTimeout(() => void connect(), retryMs)
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2)
  }

  void connect()
  return {
    async close() {
      closed = true
      if (retry !== null) clearTimeout(retry)
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}
