import { useSyncExternalStore } from 'react'
import { recentChanges } from './recent-changes.ts'
import './live.css'

/** Class of a row whose task changed a moment ago, '' for any other. */
export function useRecentClass(): (taskId: string) => string {
  const recent = useSyncExternalStore(recentChanges.subscribe, recentChanges.recent)
  return (taskId) => (recent.has(taskId) ? 'live-changed' : '')
}
