import { type Client, ScheduleAlreadyRunning, type ScheduleDescription, ScheduleOverlapPolicy } from '@temporalio/client'
import { HOUSEKEEPING_SCHEDULE, HOUSEKEEPING_WORKFLOW, WATCHDOG_SCHEDULE, WATCHDOG_WORKFLOW } from '../workflows/messages.ts'

/** Something the engine starts again and again; one that is still running is not started a second time. */
export interface Rounds {
  readonly id: string
  readonly workflow: string
  readonly everyMs: number
  /** Real time after which a round is ended, so that one that hangs does not keep the next ones away. */
  readonly endsAfterMs: number
}

/**
 * The watchdog looks twice a minute, so that a case whose wake is more than a minute past is found within
 * two: 60 s until it counts as late, at most 30 s until the next look begins, and the look itself.
 */
export const WATCHDOG_ROUNDS: Rounds = { id: WATCHDOG_SCHEDULE, workflow: WATCHDOG_WORKFLOW, everyMs: 30_000, endsAfterMs: 60_000 }
export const HOUSEKEEPING_ROUNDS: Rounds = {
  id: HOUSEKEEPING_SCHEDULE,
  workflow: HOUSEKEEPING_WORKFLOW,
  everyMs: 60_000,
  endsAfterMs: 300_000,
}

/** A round that was missed for longer than this is not made good: the next one does the same. */
const CATCHUP_MS = 60_000

/** Makes the schedule, or puts it right where it is paused or not as it should be. True where something was changed. */
export async function ensureRounds(client: Client, queue: string, rounds: Rounds): Promise<boolean> {
  const wanted = {
    spec: { intervals: [{ every: rounds.everyMs }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: rounds.workflow,
      taskQueue: queue,
      workflowExecutionTimeout: rounds.endsAfterMs,
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_MS },
  }
  try {
    await client.schedule.create({ scheduleId: rounds.id, ...wanted })
    return true
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
  const handle = client.schedule.getHandle(rounds.id)
  if (isAsWanted(await handle.describe(), queue, rounds)) return false
  await handle.update(() => ({ ...wanted, state: { paused: false } }))
  return true
}

function isAsWanted({ spec, action, policies, state }: ScheduleDescription, queue: string, rounds: Rounds): boolean {
  const [interval, ...others] = spec.intervals ?? []
  return (
    interval?.every === rounds.everyMs &&
    others.length + (spec.calendars ?? []).length + (spec.skip ?? []).length === 0 &&
    action.type === 'startWorkflow' &&
    action.workflowType === rounds.workflow &&
    action.taskQueue === queue &&
    action.workflowExecutionTimeout === rounds.endsAfterMs &&
    policies.overlap === ScheduleOverlapPolicy.SKIP &&
    policies.catchupWindow === CATCHUP_MS &&
    !state.paused &&
    state.remainingActions === undefined
  )
}
