import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { followNews } from '../../http/news-line.ts'
import { tickMs } from '../../http/tick.ts'
import type { Signal } from '../../http/shapes/news.ts'
import { usePerson } from '../shell/session.tsx'
import { signedOut } from '../shell/signed-out.ts'
import { concerns, showsTime } from './concerns.ts'
import { recentChanges } from './recent-changes.ts'
import { type Concerned, createRefresher } from './refresher.ts'

const isList: Concerned = (key) => key[0] === 'tasks' && key[1] === 'list'

/** Keeps what is on the page true: what others change, and what changes because time passes. Draws nothing. */
export function Live(): ReactNode {
  const queries = useQueryClient()
  const { id } = usePerson()
  useEffect(() => {
    const matching = (concerned: Concerned) => ({ predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => concerned(queryKey) })
    const refresher = createRefresher({
      refresh: (concerned) => void queries.invalidateQueries(matching((key) => concerned(key) && !(recentChanges.isHeld() && isList(key)))),
      isReading: (concerned) => queries.isFetching(matching(concerned)) > 0,
      later: (ms, run) => setTimeout(run, ms),
    })
    let tick: ReturnType<typeof setInterval> | undefined
    const hear = (signal: Signal): void => {
      if (signal.kind === 'ended') signedOut.ended()
      else if (signal.kind === 'again') refresher.ask(() => true)
      else if (signal.kind === 'time') {
        clearInterval(tick)
        tick = setInterval(() => refresher.ask(showsTime), tickMs(signal.speed))
      } else {
        const { news } = signal
        refresher.ask((key) => concerns(news, key))
        if (news.kind !== 'appeal') return
        const tasks = news.tasks ?? []
        recentChanges.note(tasks.length > 0 ? tasks : [news.number])
        if (recentChanges.isHeld()) recentChanges.holdBack()
      }
    }
    const over = followNews(id, hear)
    return () => {
      clearInterval(tick)
      over()
    }
  }, [queries, id])
  return null
}
