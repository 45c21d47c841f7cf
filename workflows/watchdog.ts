import { log, proxyActivities } from '@temporalio/workflow'
import type { FindStuckActivity } from '../activities/find-stuck.ts'
import type { WakeLateActivity } from '../activities/wake-late.ts'

const { wakeLate } = proxyActivities<WakeLateActivity>({ startToCloseTimeout: '25 seconds', retry: { maximumAttempts: 2 } })
const { findStuck } = proxyActivities<FindStuckActivity>({ startToCloseTimeout: '25 seconds', retry: { maximumAttempts: 1 } })

/** What one round did; null where that part failed. */
export interface WatchdogReport {
  readonly woken: number | null
  readonly stuck: number | null
}

/** Started by a schedule twice a minute, apart from housekeeping, so that no other work keeps it waiting. */
export async function watchdog(): Promise<WatchdogReport> {
  return { woken: await counted('wakeLate', wakeLate), stuck: await counted('findStuck', findStuck) }
}

async function counted(part: string, work: () => Promise<number>): Promise<number | null> {
  try {
    return await work()
  } catch (error) {
    log.error('the watchdog failed', { part, error: String(error) })
    return null
  }
}
