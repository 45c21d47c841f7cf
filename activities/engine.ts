import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client'
import type { Command } from '../domain/case/command.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import {
  APPEAL_WORKFLOW,
  type AppealInput,
  type AppealResult,
  appealWorkflowId,
  CHANGE_WORKFLOW,
  changeWorkflowId,
  FACE,
  POSTMAN_ID,
  POSTMAN_WORKFLOW,
  SNAPSHOT,
  type Snapshot,
  UPGRADE,
  WAKE,
} from '../workflows/messages.ts'
import { type CommandOutcome, giveCommand } from './give-command.ts'
import { createRunObserver, look, type RunObserver } from './observe-run.ts'
import { ensureRounds, HOUSEKEEPING_ROUNDS, WATCHDOG_ROUNDS } from './schedules.ts'

/** What the worker's own work asks of the engine. Every call may throw a fault when the engine is away. */
export interface Engine extends RunObserver {
  /** Starts the appeal unless it runs or ran already. True where it started now. */
  start(caseId: string, input: AppealInput): Promise<boolean>
  /** Why the rules refused the filing, where that ended the workflow; null while it runs, and where it ended otherwise. */
  filingRefusal(caseId: string): Promise<Refusal | null>
  /** False where no such appeal is running. */
  wake(caseId: string): Promise<boolean>
  tellFace(caseId: string, face: ClockFace): Promise<boolean>
  upgrade(caseId: string): Promise<boolean>
  /** Gives a command of the system, by its id once; see giveCommand. */
  command(caseId: string, command: Command): Promise<CommandOutcome>
  /** Starts the workflow of a change; one that runs goes on. */
  startChange(runId: string): Promise<void>
  /** Null where no such appeal is known. */
  snapshot(caseId: string): Promise<Snapshot | null>
  ensurePostman(): Promise<void>
  /** True while the postman's workflow runs. */
  postmanRuns(): Promise<boolean>
  /** The schedules of watchdog and housekeeping stand as they should, and run. */
  ensureSchedules(): Promise<void>
}

export function createEngine(client: Client, queue: string): Engine {
  const handleOf = (caseId: string) => client.workflow.getHandle(appealWorkflowId(caseId))
  const signal = (caseId: string, name: string, ...args: unknown[]): Promise<boolean> =>
    found(async () => {
      await handleOf(caseId).signal(name, ...args)
      return true
    }, false)
  return {
    async start(caseId, input) {
      try {
        const handle = await client.workflow.start(APPEAL_WORKFLOW, {
          workflowId: appealWorkflowId(caseId),
          taskQueue: queue,
          args: [input],
          workflowIdConflictPolicy: 'FAIL',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        })
        return handle.firstExecutionRunId !== ''
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return false
        throw error
      }
    },
    filingRefusal: (caseId) =>
      found<Refusal | null>(async () => {
        const handle = client.workflow.getHandle<(input: AppealInput) => Promise<AppealResult>>(appealWorkflowId(caseId))
        if ((await handle.describe()).status.name !== 'COMPLETED') return null
        const result = await handle.result()
        return result.ended === 'refused' ? result.refusal : null
      }, null),
    wake: (caseId) => signal(caseId, WAKE),
    tellFace: (caseId, face) => signal(caseId, FACE, face),
    upgrade: (caseId) => signal(caseId, UPGRADE),
    command: (caseId, command) => giveCommand(client, caseId, command),
    async startChange(runId) {
      await client.workflow.start(CHANGE_WORKFLOW, {
        workflowId: changeWorkflowId(runId),
        taskQueue: queue,
        args: [runId],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      })
    },
    async snapshot(caseId) {
      const seen = await found<Snapshot | null>(() => look(handleOf(caseId)), null)
      return seen ?? found<Snapshot | null>(() => handleOf(caseId).query<Snapshot>(SNAPSHOT), null)
    },
    async ensurePostman() {
      await client.workflow.start(POSTMAN_WORKFLOW, {
        workflowId: POSTMAN_ID,
        taskQueue: queue,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      })
    },
    postmanRuns: () => found(async () => (await client.workflow.getHandle(POSTMAN_ID).describe()).status.name === 'RUNNING', false),
    async ensureSchedules() {
      await Promise.all([ensureRounds(client, queue, WATCHDOG_ROUNDS), ensureRounds(client, queue, HOUSEKEEPING_ROUNDS)])
    },
    ...createRunObserver(client),
  }
}

async function found<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return otherwise
    throw error
  }
}
