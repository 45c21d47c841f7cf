import { log, proxyActivities } from '@temporalio/workflow'
import type { HousekeepingActivities, HousekeepingReport } from '../activities/housekeeping.ts'

const activities = proxyActivities<HousekeepingActivities>({
  startToCloseTimeout: '50 seconds',
  retry: { initialInterval: 1000, maximumAttempts: 3 },
})

/** Started by a schedule every minute. A part that fails does not keep the others from their work. */
export async function housekeeping(): Promise<HousekeepingReport> {
  return {
    started: await counted('startLeftovers', activities.startLeftovers),
    woken: await counted('wakeLate', activities.wakeLate),
    differing: await counted('reconcileSample', activities.reconcileSample),
  }
}

async function counted(part: string, work: () => Promise<number>): Promise<number | null> {
  try {
    return await work()
  } catch (error) {
    log.error('housekeeping failed', { part, error: String(error) })
    return null
  }
}
