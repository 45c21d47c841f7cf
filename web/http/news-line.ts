import { createNewsSource, type NewsSource, type Source, type SourceEvent } from './news-source.ts'
import type { Signal } from './shapes/news.ts'

/** What the tabs of one browser say to each other. */
type Call = { readonly kind: 'here' } | { readonly kind: 'said'; readonly signal: Signal; readonly lastId: string | null }

/**
 * Follows the news of a person with one stream a browser: the tab that holds the lock has it and tells the
 * others; when it goes, another takes over where it stood. Where tabs cannot speak to each other, each has its own.
 * The answer ends it.
 */
export function followNews(personId: string, tell: (signal: Signal) => void): () => void {
  const name = `hongyan-news-${personId}`
  if (!('BroadcastChannel' in globalThis) || navigator.locks === undefined) {
    const alone = createNewsSource({ open: browserSource, tell, ageMs: () => performance.now(), later })
    return () => alone.close()
  }
  const stop = new AbortController()
  const channel = new BroadcastChannel(name)
  let lastId: string | null = null
  let time: Signal | null = null
  let isLeading = false
  /** Of a page that came while another tab has the stream: what was drawn before it listened is read once more. */
  let isLate = true

  const keep = (signal: Signal, id: string | null): void => {
    lastId = id ?? lastId
    if (signal.kind === 'time') time = signal
  }
  const say = (call: Call): void => channel.postMessage(call)
  channel.onmessage = ({ data: call }: MessageEvent<Call>) => {
    if (call.kind === 'here') {
      if (isLeading && time !== null) say({ kind: 'said', signal: time, lastId })
      return
    }
    keep(call.signal, call.lastId)
    tell(call.signal)
    if (isLate) tell({ kind: 'again' })
    isLate = false
  }
  say({ kind: 'here' })
  void navigator.locks
    .request(name, { signal: stop.signal }, async () => {
      isLeading = true
      isLate = false
      let source: NewsSource | null = null
      source = createNewsSource({
        open: browserSource,
        tell: (signal) => {
          keep(signal, source?.lastId() ?? null)
          tell(signal)
          say({ kind: 'said', signal, lastId })
        },
        ageMs: () => performance.now(),
        later,
        lastId,
      })
      await new Promise((over) => stop.signal.addEventListener('abort', over, { once: true }))
      source.close()
    })
    .catch(() => {})
  return () => {
    stop.abort()
    channel.close()
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

function browserSource(address: string): Source {
  const source = new EventSource(address)
  return {
    on: (event: SourceEvent, heard) =>
      source.addEventListener(event, (told: Event) =>
        told instanceof MessageEvent ? heard(String(told.data), told.lastEventId) : heard('', ''),
      ),
    isOver: () => source.readyState === EventSource.CLOSED,
    close: () => source.close(),
  }
}
