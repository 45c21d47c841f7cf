import { useSyncExternalStore } from 'react'
import { recentChanges } from './recent-changes.ts'
import './live.css'

/** Class of a row whose task changed a moment ago, or else something of its appeal; '' for any other. */
export function useRecentClass(): (taskId: string, number: string) => string {
  const recent = useSyncExternalStore(recentChanges.subscribe, recentChanges.recent)
  return (taskId, number) => (recent.has(taskId) || recent.has(number) ? 'live-changed' : '')
}
