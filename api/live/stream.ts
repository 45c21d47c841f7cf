import { PassThrough, type Readable } from 'node:stream'
import type { ClockFace } from '../../domain/time/clock-face.ts'
import type { NewsFeed } from '../../prisma/readers/news-feed.ts'
import type { LeftOff, News } from '../../prisma/readers/news-reader.ts'
import type { Person } from '../sessions/person.ts'
import { ENDED, HEARTBEAT, newsFrame, positionFrame, RETRY, readyFrame } from './frames.ts'
import { newsFor } from './news-for.ts'

/** Between two heartbeats, at each of which the rights are read anew. */
export const HEARTBEAT_MS = 15_000
/** A reader who takes nothing off the wire is cut off; the browser comes back and hears what it missed. */
const UNREAD_BYTES = 1_000_000
/** More than this is not told piece by piece. */
const MOST_MISSED = 500

export interface StreamDeps {
  readonly feed: NewsFeed
  readonly face: () => Promise<ClockFace>
  readonly realNow: () => number
  /** The person of a session with the grants of now; null when it has ended. Keeps no session alive. */
  readonly personStill: (tokenHash: string) => Promise<Person | null>
  readonly warn: (message: string, error: unknown) => void
}

export interface Stream {
  readonly personId: string
  /** What goes over the wire; destroyed when the reader goes away. */
  readonly out: Readable
  end(): void
}

/**
 * One reader's stream: what was missed, then what happens. What comes is handled in order, so that news after
 * a change of rights are filtered by the new ones.
 */
export function openStream({ feed, face, realNow, personStill, warn }: StreamDeps, first: Person, left: LeftOff): Stream {
  const out = new PassThrough()
  let person = first
  let position = 0
  let ended = false
  let work: Promise<void> = Promise.resolve()
  const waiting: { readonly news: readonly News[]; readonly at: number }[] = []
  let caughtUp = false

  const unfollow = feed.follow((news, at) => {
    if (caughtUp) then(() => tell(news, at))
    else waiting.push({ news, at })
  })
  const beat = setInterval(() => {
    then(async () => {
      await readRights()
      send(HEARTBEAT)
    })
  }, HEARTBEAT_MS)

  function then(next: () => Promise<void>): void {
    work = work
      .then(() => (ended ? undefined : next()))
      .catch((error: unknown) => {
        // Without knowing the rights nothing more is told; the browser connects again.
        warn('a stream was ended', error)
        end()
      })
  }

  function send(frame: string): void {
    if (ended) return
    if (out.writableLength + out.readableLength > UNREAD_BYTES) end()
    else out.write(frame)
  }

  async function readRights(): Promise<void> {
    const still = await personStill(person.tokenHash)
    if (still !== null) {
      person = still
      return
    }
    send(ENDED)
    end()
  }

  async function tell(news: readonly News[], at: number): Promise<void> {
    position = Math.max(position, at)
    let said = false
    for (const each of news) {
      if (each.kind === 'person' && each.personId === person.id) await readRights()
      const view = newsFor(person, each)
      if (view === null) continue
      send(newsFrame(view, position))
      said = true
    }
    if (!said) send(positionFrame(position))
  }

  function end(): void {
    if (ended) return
    ended = true
    unfollow()
    clearInterval(beat)
    out.end()
  }

  async function catchUp(): Promise<void> {
    position = Math.max(await feed.position(), 'after' in left ? left.after : 0)
    const missed = await feed.missed(left, MOST_MISSED)
    if (missed.reset) position = await feed.position()
    for (const each of missed.news) {
      const view = newsFor(person, each)
      if (view !== null) send(newsFrame(view, null))
    }
    send(readyFrame(position, missed.reset, await face(), realNow()))
    caughtUp = true
    for (const { news, at } of waiting.splice(0)) await tell(news, at)
  }

  out.once('close', end)
  send(RETRY)
  then(catchUp)
  return { personId: first.id, out, end }
}
