import { log, proxyActivities } from '@temporalio/workflow'
import type { BeginChangesActivity } from '../activities/change/begin-changes.ts'
import type { HousekeepingActivities, HousekeepingReport } from '../activities/housekeeping.ts'
import type { KeepHeadsActivity } from '../activities/keep-heads.ts'
import type { RemoveEndedActivity } from '../activities/remove-ended.ts'

const activities = proxyActivities<HousekeepingActivities & RemoveEndedActivity & BeginChangesActivity>({
  startToCloseTimeout: '50 seconds',
  retry: { initialInterval: 1000, maximumAttempts: 3 },
})
/** Reads the end of every chain; the next round tries again what this one did not end. */
const { keepHeads } = proxyActivities<KeepHeadsActivity>({ startToCloseTimeout: '2 minutes', retry: { maximumAttempts: 1 } })

/** Started by a schedule every minute. A part that fails does not keep the others from their work. */
export async function housekeeping(): Promise<HousekeepingReport> {
  const report: HousekeepingReport = {
    started: await counted('startLeftovers', activities.startLeftovers),
    differing: await counted('reconcileSample', activities.reconcileSample),
    removed: await counted('removeEnded', activities.removeEnded),
    heads: await counted('keepHeads', keepHeads),
    changes: await counted('beginChanges', activities.beginChanges),
  }
  await activities.noteHousekeeping(report)
  return report
}

async function counted(part: string, work: () => Promise<number>): Promise<number | null> {
  try {
    return await work()
  } catch (error) {
    log.error('housekeeping failed', { part, error: String(error) })
    return null
  }
}
