import {
  type Client,
  isGrpcDeadlineError,
  type WorkflowExecutionDescription,
  type WorkflowHandle,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { APPEAL_WORKFLOW, appealWorkflowId, LOOK, SNAPSHOT, SNAPSHOT_FAILURE, type Snapshot } from '../workflows/messages.ts'

/** What the engine says of the run of one appeal. */
export type RunView =
  /** It does not run and did not end by the rules: unknown, terminated, timed out. */
  | { readonly kind: 'none' }
  /** Its workflow task fails again and again. `since`: real instant. */
  | { readonly kind: 'failing'; readonly since: number | null; readonly attempts: number; readonly cause: string | null }
  /** It runs and does not answer within 5 s. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'answers'; readonly snapshot: Snapshot }

export interface RunObserver {
  observe(caseId: string): Promise<RunView>
  /** Ids of running appeals whose workflow tasks fail, as the engine lists them; none where the engine keeps no such list. */
  reportedFailing(limit: number): Promise<readonly string[]>
}

const ANSWERS_WITHIN_MS = 5000
/** A task is begun again also when a worker dies over it; from the third time on it is the task's own fault. */
const FAILING_FROM = 3
/** All looks of the worker at one appeal share an update id, so that a silent one never holds more than one of its few places. */
const LOOK_ID = 'look-of-housekeeping'

export function createRunObserver(client: Client): RunObserver {
  return {
    async observe(caseId) {
      const handle = client.workflow.getHandle(appealWorkflowId(caseId))
      try {
        const first = await handle.describe()
        if (first.status.name === 'COMPLETED') return await answerOf(client, () => handle.query<Snapshot>(SNAPSHOT))
        if (first.status.name !== 'RUNNING') return { kind: 'none' }
        if (attemptsOf(first) >= FAILING_FROM) return await failing(handle, first)
        const answer = await answerOf(client, () => look(handle, LOOK_ID))
        if (answer.kind !== 'silent') return answer
        const later = await handle.describe()
        return attemptsOf(later) > 1 ? await failing(handle, later) : answer
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return { kind: 'none' }
        throw error
      }
    },

    async reportedFailing(limit) {
      const query = `WorkflowType = '${APPEAL_WORKFLOW}' AND ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL`
      const found: string[] = []
      const prefix = appealWorkflowId('')
      try {
        for await (const { workflowId } of client.workflow.list({ query, pageSize: limit })) {
          if (workflowId.startsWith(prefix)) found.push(workflowId.slice(prefix.length))
          if (found.length >= limit) break
        }
      } catch (error) {
        if (error instanceof Error && /search attribute|invalid query/i.test(`${error.message} ${String(error.cause)}`)) return []
        throw error
      }
      return found
    },
  }

  async function failing({ workflowId }: WorkflowHandle, described: WorkflowExecutionDescription): Promise<RunView> {
    const task = described.raw.pendingWorkflowTask
    const since = task?.originalScheduledTime ?? task?.scheduledTime
    return {
      kind: 'failing',
      since: since ? Number(since.seconds ?? 0) * 1000 : null,
      attempts: attemptsOf(described),
      cause: await causeOf(client, workflowId),
    }
  }
}

/** How often the workflow task that is under way was begun; 0 where none is. */
function attemptsOf({ raw }: WorkflowExecutionDescription): number {
  return Number(raw.pendingWorkflowTask?.attempt ?? 0)
}

async function answerOf(client: Client, ask: () => Promise<Snapshot>): Promise<RunView> {
  try {
    return { kind: 'answers', snapshot: await client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, ask) }
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error)) return { kind: 'silent' }
    throw error
  }
}

/** The state of a running appeal; throws WorkflowNotFoundError where it does not run. */
export async function look(handle: WorkflowHandle, updateId?: string): Promise<Snapshot> {
  try {
    return await handle.executeUpdate<never, []>(LOOK, updateId === undefined ? {} : { updateId })
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null
    if (cause instanceof ApplicationFailure && cause.type === SNAPSHOT_FAILURE) return cause.details?.[0] as Snapshot
    throw error
  }
}

/** Why the last task failed, in the words of the one who failed; no case data is ever in it, since the engine has none. */
async function causeOf(client: Client, workflowId: string): Promise<string | null> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId },
    maximumPageSize: 10,
  })
  const failed = history?.events?.find((event) => event.workflowTaskFailedEventAttributes)?.workflowTaskFailedEventAttributes
  return failed?.failure?.message?.slice(0, 300) ?? null
}
