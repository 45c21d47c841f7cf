import { type ClockFace, caseTimeAt } from '../../domain/time/clock-face.ts'
import type { NewsView } from './news-for.ts'

/** The parts of a stream of events (text/event-stream) as they go over the wire. */

/** Keeps proxies from ending a stream on which nothing happens, and tells a page that the stream still stands. */
export const HEARTBEAT = 'event: beat\ndata: {}\n\n'

/** The person is signed in no longer. */
export const ENDED = 'event: ended\ndata: {}\n\n'

/** How long a browser waits before it connects again. */
export const RETRY = 'retry: 1000\n\n'

/** `id` null: the browser keeps the id it had, and would hear the piece again after a cut. */
export function newsFrame(news: NewsView, id: number | null): string {
  return `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(news)}\n\n`
}

/** All that was missed has been said. `reset`: more was missed than is told; read everything anew. */
export function readyFrame(id: number, reset: boolean, face: ClockFace, realNow: number): string {
  const data = { reset, caseNow: new Date(caseTimeAt(face, realNow)).toISOString(), speed: speedAt(face, realNow) }
  return `id: ${id}\nevent: ready\ndata: ${JSON.stringify(data)}\n\n`
}

/** Only moves the id on. */
export function positionFrame(id: number): string {
  return `id: ${id}\nevent: position\ndata: {}\n\n`
}

/** Case milliseconds in one real one. */
export function speedAt(face: ClockFace, realNow: number): number {
  return face.segments.findLast((segment) => segment.realAt <= realNow)?.speed ?? 1
}
