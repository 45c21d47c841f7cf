import { continueAsNew, proxyActivities } from '@temporalio/workflow'

/** Of activities/mail. Returns when it has nothing more to do for now; else it runs on. */
interface PostmanActivities {
  drainOutbox(): Promise<void>
}

const { drainOutbox } = proxyActivities<PostmanActivities>({
  startToCloseTimeout: '24 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: 1000, backoffCoefficient: 2, maximumInterval: 10_000 },
})

/** Rounds before a new run, so that the history stays short. */
const ROUNDS = 100

/** One workflow for all mails: one long, heartbeating activity drains the outbox, whatever becomes of a worker. */
export async function postman(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await drainOutbox()
  await continueAsNew<typeof postman>()
}
