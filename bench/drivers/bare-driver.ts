import { randomUUID } from 'node:crypto'
import { type Client, WithStartWorkflowOperation } from '@temporalio/client'
import { BARE_QUEUE, BARE_WORKFLOW, BEGIN, STEP } from '../bare/messages.ts'
import { OUTCOME, type Route } from '../routes.ts'
import { type CaseRun, timed } from './case-run.ts'
import { completionOf } from './completion.ts'
import { actorAt, type BenchActor } from './people.ts'

/**
 * Starts a bare workflow, waits until it has begun, as a filing waits for its first write, and sends it one
 * update a stage with the content a completion has. So it has as many workflow tasks as an appeal.
 */
export function createBareRun(client: Client, actors: readonly BenchActor[], route: Route): CaseRun {
  return async (actor, times) => {
    const id = randomUUID()
    const workflowId = `bare-${id}`
    const steps = route.windows.length
    const startWorkflowOperation = new WithStartWorkflowOperation(BARE_WORKFLOW, {
      workflowId,
      taskQueue: BARE_QUEUE,
      args: [steps],
      workflowIdConflictPolicy: 'FAIL',
    })
    await timed(times.filedMs, () => client.workflow.executeUpdateWithStart(BEGIN, { startWorkflowOperation }))
    const handle = await startWorkflowOperation.workflowHandle()
    for (let step = 1; step <= steps; step += 1) {
      const command = completionOf(id, step, actorAt(actors, actor), Date.now(), OUTCOME)
      const from = performance.now()
      await timed(times.answeredMs, () => handle.executeUpdate<number, [unknown]>(STEP, { args: [command], updateId: command.id }))
      if (step < steps) times.visibleMs.push(performance.now() - from)
    }
    return workflowId
  }
}
