import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Problem } from '../../http/problem.ts'
import type { Appeal } from '../../http/shapes/appeal.ts'
import type { CaseClock, CaseDetail, CaseEventLine, CaseMail, RouteWalk, TimeLedger } from '../../http/shapes/case.ts'
import type { TaskDetail } from '../../http/shapes/task.ts'
import { client } from '../shell/client.ts'

/** One part of an appeal; every key begins with 'appeal' and its number, by which live changes reach it. */
function usePart<T>(number: string, noun: string, path: string): UseQueryResult<T> {
  return useQuery({ queryKey: ['appeal', number, noun], queryFn: ({ signal }) => client.ask<T>('GET', path, { signal }) })
}

export const useCase = (number: string): UseQueryResult<CaseDetail> => usePart(number, 'detail', `/api/appeals/${number}`)

export const useEvents = (number: string): UseQueryResult<{ readonly events: readonly CaseEventLine[] }> =>
  usePart(number, 'events', `/api/appeals/${number}/events`)

export const useDeadlines = (number: string): UseQueryResult<{ readonly clocks: readonly CaseClock[] }> =>
  usePart(number, 'deadlines', `/api/appeals/${number}/deadlines`)

export const useTime = (number: string): UseQueryResult<TimeLedger> => usePart(number, 'time', `/api/appeals/${number}/time`)

export const useMails = (number: string): UseQueryResult<{ readonly mails: readonly CaseMail[] }> =>
  usePart(number, 'mails', `/api/appeals/${number}/mails`)

/** The route and its reasons; null for a liaison, who reads an appeal as its expert does. */
export function useRoute(number: string): UseQueryResult<RouteWalk | null> {
  return useQuery({
    queryKey: ['appeal', number, 'route'],
    queryFn: async ({ signal }) => {
      try {
        return await client.ask<RouteWalk>('GET', `/api/appeals/${number}/route`, { signal })
      } catch (error) {
        if (error instanceof Problem && error.status === 403) return null
        throw error
      }
    },
  })
}

/** One task in full: its outcomes and actions, for the buttons. */
export function useTask(id: string): UseQueryResult<TaskDetail> {
  return useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => client.ask<TaskDetail>('GET', `/api/tasks/${id}`, { signal }) })
}

/** What else this expert has filed, as far as the reader may see it. */
export function useAppealsOf(expertId: string): UseQueryResult<{ readonly appeals: readonly Appeal[] }> {
  return useQuery({
    queryKey: ['appeals', 'of', expertId],
    queryFn: ({ signal }) =>
      client.ask<{ readonly appeals: readonly Appeal[] }>('GET', `/api/appeals?expertId=${expertId}&limit=50`, { signal }),
  })
}
