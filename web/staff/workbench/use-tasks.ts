import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ListedTask, TaskPage } from '../../http/shapes/task.ts'
import { client } from '../shell/client.ts'
import { pinOverdue } from './pin-overdue.ts'
import { type DeskState, narrowing, type View } from './state.ts'

const PAGE = 50

export type Counts = Readonly<Record<View, { readonly count: number; readonly more: boolean }>>

const rowsOf = (data: InfiniteData<TaskPage, string | null>): readonly ListedTask[] => data.pages.flatMap((page) => page.tasks)
const pinned = (data: InfiniteData<TaskPage, string | null>): readonly ListedTask[] => pinOverdue(rowsOf(data))

/** The list of a state, page after page. */
export function useTasks(state: DeskState) {
  const narrow = narrowing(state)
  return useInfiniteQuery({
    queryKey: ['tasks', 'list', state.view, narrow],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`
      return client.ask<TaskPage>('GET', `/api/tasks?view=${state.view}&limit=${PAGE}&${narrow}${cursor}`, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: TaskPage) => last.next,
    select: state.view === 'done' ? rowsOf : pinned,
    placeholderData: (before) => before,
  })
}

/** How many tasks each tab holds. */
export function useCounts(state: DeskState): Counts | undefined {
  const narrow = narrowing(state)
  return useQuery({
    queryKey: ['tasks', 'counts', narrow],
    queryFn: ({ signal }) => client.ask<Counts>('GET', `/api/tasks/counts?${narrow}`, { signal }),
    placeholderData: (before) => before,
  }).data
}
