import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PersonRef } from '../../http/shapes/task.ts'
import { client } from '../shell/client.ts'

/** Said again well before the office takes the person for absent (45 s). */
const BEAT_MS = 20_000

/** Says that the person has the task open for as long as this is shown; answers who else has. */
export function usePresence(taskId: string): readonly PersonRef[] {
  const path = `/api/tasks/${encodeURIComponent(taskId)}/presence`
  const { data } = useQuery({
    queryKey: ['presence', taskId],
    queryFn: ({ signal }) => client.ask<{ others: readonly PersonRef[] }>('POST', path, { body: { here: true }, signal }),
    refetchInterval: BEAT_MS,
    retry: false,
  })
  useEffect(
    () => () => {
      client.ask('POST', path, { body: { here: false } }).catch(() => {})
    },
    [path],
  )
  return data?.others ?? []
}
