import type { Readable } from 'node:stream'
import type { NewsFeed } from '../../prisma/readers/news-feed.ts'
import type { LeftOff } from '../../prisma/readers/news-reader.ts'
import { problem } from '../problems/problem.ts'
import { UnavailableError } from '../problems/unavailable.ts'
import type { Person } from '../sessions/person.ts'
import { openStream, type Stream, type StreamDeps } from './stream.ts'

/** A browser needs one; a person may have several browsers, and tabs of one that cannot share. */
const STREAMS_A_PERSON = 8

/** The streams that this process holds open. */
export interface LiveStreams {
  /** A stream of events; 429 where the person has too many open. `left`: where an earlier one ended. */
  open(person: Person, left: LeftOff): Promise<Readable>
  count(): number
  /** Ends all streams, so that the server can close; browsers connect again by themselves. */
  close(): Promise<void>
}

export function createLiveStreams(deps: StreamDeps & { readonly feed: NewsFeed }): LiveStreams {
  const open = new Set<Stream>()
  let closing = false
  return {
    async open(person, left) {
      if ([...open].filter((stream) => stream.personId === person.id).length >= STREAMS_A_PERSON) throw problem('too-many-streams')
      // Asked first: where the database is away the answer is a problem, not a stream that ends at once.
      await deps.feed.position()
      if (closing) throw new UnavailableError('the process that stops')
      const stream = openStream(deps, person, left)
      open.add(stream)
      stream.out.once('close', () => open.delete(stream))
      return stream.out
    },
    count: () => open.size,
    async close() {
      closing = true
      for (const stream of open) stream.end()
      await deps.feed.close()
    },
  }
}
