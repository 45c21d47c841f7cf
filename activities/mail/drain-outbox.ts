import { Context } from '@temporalio/activity'
import { runPostman, type PostmanDeps } from './postman-loop.ts'

export interface MailActivity {
  drainOutbox(): Promise<void>
}

const HEARTBEAT_MS = 2_000
/** Below the activity's limit of a day; the postman's workflow then starts the next round. */
const ROUND_MS = 12 * 3_600_000

/**
 * The long-running activity of the postman: drains the outbox, heartbeats, ends a round after half a
 * day. On cancellation or when the worker stops it settles what is under way and ends as cancelled.
 */
export function createDrainOutbox(deps: PostmanDeps): MailActivity {
  return {
    drainOutbox: async () => {
      const context = Context.current()
      const round = new AbortController()
      const stop = AbortSignal.any([context.cancellationSignal, round.signal])
      const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS)
      const end = setTimeout(() => round.abort(), ROUND_MS)
      try {
        await runPostman(deps, stop)
      } finally {
        clearInterval(beat)
        clearTimeout(end)
      }
      if (context.cancellationSignal.aborted) await context.cancelled
    },
  }
}
