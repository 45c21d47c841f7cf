import { setTimeout as wait } from 'node:timers/promises'
import { Context } from '@temporalio/activity'
import { type ChangeRunDeps, carryOut } from './change-run.ts'

export interface CarryOutActivity {
  /** Carries a run to its end; one that is over already, or unknown, is nothing to do. */
  carryOutChange(runId: string): Promise<void>
}

const HEARTBEAT_MS = 2_000

/** The activity of a run. On cancellation or when the worker stops, what is under way is settled, and the rest is left to the next try. */
export function createCarryOut(deps: Omit<ChangeRunDeps, 'pause'>): CarryOutActivity {
  return {
    carryOutChange: async (runId) => {
      const context = Context.current()
      const stop = context.cancellationSignal
      const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS)
      const pause = (milliseconds: number): Promise<void> => wait(milliseconds, undefined, { signal: stop }).catch(() => undefined)
      try {
        await carryOut({ ...deps, pause }, runId, stop)
      } finally {
        clearInterval(beat)
      }
      if (stop.aborted) await context.cancelled
    },
  }
}
