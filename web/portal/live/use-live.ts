import { useEffect, useRef } from 'preact/hooks'
import { followNews } from '../../http/news-line.ts'
import type { Person } from '../../http/person.ts'
import { tickMs } from '../../http/tick.ts'
import { signedOut } from '../signed-out.ts'

/** What comes in quick succession is read once. */
const GATHERED_MS = 150

/** Reads the page anew when a matter of the expert changed, and as time passes. */
export function useLive(person: Person | null, reload: () => Promise<void>): void {
  const latest = useRef(reload)
  latest.current = reload
  const id = person?.kind === 'expert' ? person.id : null
  useEffect(() => {
    if (id === null) return
    let gathered: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      gathered ??= setTimeout(() => {
        gathered = undefined
        // Where it cannot be read, the page stays as it is.
        void latest.current().catch(() => {})
      }, GATHERED_MS)
    }
    let tick: ReturnType<typeof setInterval> | undefined
    const over = followNews(id, (signal) => {
      if (signal.kind === 'ended') signedOut.ended()
      else if (signal.kind === 'time') {
        clearInterval(tick)
        tick = setInterval(soon, tickMs(signal.speed))
      } else soon()
    })
    return () => {
      clearTimeout(gathered)
      clearInterval(tick)
      over()
    }
  }, [id])
}
