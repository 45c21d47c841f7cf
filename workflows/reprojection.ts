import { proxyActivities } from '@temporalio/workflow'
import type { CarryOutActivity } from '../activities/change/carry-out.ts'

const { carryOutChange } = proxyActivities<CarryOutActivity>({
  startToCloseTimeout: '24 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: 1000, backoffCoefficient: 2, maximumInterval: 10_000 },
})

/**
 * Moves every open appeal to a newer calendar or item: one long, heartbeating activity that goes on where an
 * earlier one was cut off, whatever becomes of a worker.
 */
export async function reprojection(runId: string): Promise<void> {
  await carryOutChange(runId)
}
