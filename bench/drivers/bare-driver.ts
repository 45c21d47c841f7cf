import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { BARE_QUEUE, BARE_WORKFLOW, STEP } from '../bare/messages.ts'
import { OUTCOME, type Route } from '../routes.ts'
import { type CaseRun, timed } from './case-run.ts'
import { completionOf } from './completion.ts'
import { actorAt, type BenchActor } from './people.ts'

/** Starts a bare workflow and sends it one update a stage, with the content a completion has. Nothing waits for the start to be taken in. */
export function createBareRun(client: Client, actors: readonly BenchActor[], route: Route): CaseRun {
  return async (actor, times) => {
    const id = randomUUID()
    const workflowId = `bare-${id}`
    const steps = route.windows.length
    const handle = await timed(times.filedMs, () =>
      client.workflow.start(BARE_WORKFLOW, { workflowId, taskQueue: BARE_QUEUE, args: [steps] }),
    )
    for (let step = 1; step <= steps; step += 1) {
      const command = completionOf(id, step, actorAt(actors, actor), Date.now(), OUTCOME)
      const from = performance.now()
      await timed(times.answeredMs, () => handle.executeUpdate<number, [unknown]>(STEP, { args: [command], updateId: command.id }))
      if (step < steps) times.visibleMs.push(performance.now() - from)
    }
    return workflowId
  }
}
