import type { News, Signal } from './shapes/news.ts'

export type SourceEvent = 'message' | 'ready' | 'position' | 'beat' | 'ended' | 'error'

/** A stream of events as a browser's EventSource gives it. */
export interface Source {
  on(event: SourceEvent, heard: (data: string, lastEventId: string) => void): void
  /** True where it will not connect again by itself. */
  isOver(): boolean
  close(): void
}

export interface NewsSourceDeps {
  readonly open: (address: string) => Source
  readonly tell: (signal: Signal) => void
  /** How old the data are that the page shows. */
  readonly ageMs: () => number
  /** Runs something later; the answer calls it off. */
  readonly later: (ms: number, run: () => void) => () => void
  /** The last id that an earlier stream of this browser gave. */
  readonly lastId?: string | null
}

export interface NewsSource {
  readonly lastId: () => string | null
  close(): void
}

/** Without a stream a page asks this often. */
export const POLL_MS = 15_000
/** A stream that says nothing for so long stands no longer; the server says something every 15 s. */
export const SILENCE_MS = 45_000
/** The oldest data that the server catches up with; older ones are read anew. */
const OLDEST_MS = 600_000

/**
 * Hears what changed. After a cut it begins where it left off; where no stream comes about (a proxy that keeps
 * events back, a server that refuses) the page reads everything every 15 s, and a stream is tried again each time.
 */
export function createNewsSource({ open, tell, ageMs, later, lastId = null }: NewsSourceDeps): NewsSource {
  let last = lastId
  let source: Source | null = null
  let callOff = (): void => {}
  let isClosed = false

  function connect(): void {
    const age = ageMs()
    const tooOld = last === null && age > OLDEST_MS
    const opened = open(last === null ? `/api/stream?behind=${tooOld ? 0 : Math.ceil(age)}` : `/api/stream?after=${last}`)
    source = opened
    if (tooOld) tell({ kind: 'again' })
    const hear = (event: SourceEvent, then: (data: string) => void): void =>
      opened.on(event, (data, id) => {
        if (source !== opened) return
        if (id !== '') last = id
        if (event !== 'error') expect(opened, SILENCE_MS)
        then(data)
      })
    hear('message', (data) => tell({ kind: 'news', news: JSON.parse(data) as News }))
    hear('position', () => {})
    hear('beat', () => {})
    hear('ready', (data) => {
      const { reset, caseNow, speed } = JSON.parse(data) as { reset: boolean; caseNow: string; speed: number }
      if (reset) tell({ kind: 'again' })
      tell({ kind: 'time', caseNow, speed })
    })
    hear('ended', () => {
      drop(opened)
      tell({ kind: 'ended' })
      retry(false)
    })
    hear('error', () => {
      if (!opened.isOver()) return
      drop(opened)
      retry(true)
    })
    expect(opened, POLL_MS)
  }

  function expect(opened: Source, ms: number): void {
    callOff()
    callOff = later(ms, () => {
      drop(opened)
      tell({ kind: 'again' })
      connect()
    })
  }

  function retry(isPolling: boolean): void {
    if (isClosed) return
    callOff()
    callOff = later(POLL_MS, () => {
      if (isPolling) tell({ kind: 'again' })
      connect()
    })
  }

  function drop(opened: Source): void {
    source = null
    opened.close()
  }

  connect()
  return {
    lastId: () => last,
    close() {
      isClosed = true
      callOff()
      source?.close()
      source = null
    },
  }
}
