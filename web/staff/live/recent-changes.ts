import { createRecentChanges } from './recent.ts'

/** Those of the page that is open. */
export const recentChanges = createRecentChanges((ms, run) => setTimeout(run, ms))
