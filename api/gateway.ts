import { createHash } from 'node:crypto'
import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Command } from '../domain/case/command.ts'
import { isRefusal, refuse, type Refusal } from '../domain/case/refusal.ts'
import {
  APPEAL_WORKFLOW,
  type AppealInput,
  type AppealResult,
  appealWorkflowId,
  CHANGE_WORKFLOW,
  changeWorkflowId,
  COMMAND,
  type CommandAnswer,
  REFUSAL_FAILURE,
  LOOK,
  SNAPSHOT,
  SNAPSHOT_FAILURE,
  type Snapshot,
} from '../workflows/messages.ts'

/**
 * The engine could not answer: `unavailable` means away or too slow, and whether the command took place
 * is unknown (repeat with the same id); `internal` means an error of ours.
 */
export class Fault extends Error {
  readonly code: 'unavailable' | 'internal'
  readonly retryAfterSeconds: number

  constructor(code: 'unavailable' | 'internal', message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'Fault'
    this.code = code
    this.retryAfterSeconds = 2
  }
}

/** The only way of the API to the engine. Each call answers within `timeoutMs`, by a Fault at the latest. */
export interface Gateway {
  /** Starts the workflow of an appeal; starting it again changes nothing. Does not wait for the first write. */
  start(input: Extract<AppealInput, { file: unknown }>): Promise<void>
  /** Why the rules of the engine refused a filing; null while its workflow runs, and where it ended otherwise or is not known. */
  filingRefusal(caseId: string): Promise<Refusal | null>
  /** Resolves when the command is stored, or with the refusal of the rules. The command's id makes it unique. */
  command(caseId: string, command: Command): Promise<CommandAnswer | Refusal>
  /** Starts the workflow that carries out a change of open appeals; one that runs goes on. */
  startChange(runId: string): Promise<void>
  /** Null where no such appeal is known to the engine. */
  snapshot(caseId: string): Promise<Snapshot | null>
  /** True when the engine answers and a worker listens on the queue. */
  ready(): Promise<{ readonly engine: boolean; readonly worker: boolean }>
  /** Waits for calls that were given up: the client library ends them a little later. */
  close(): Promise<void>
}

export interface GatewayOptions {
  readonly address: string
  readonly namespace: string
  readonly queue: string
  /** Longest time for one answer in milliseconds; ANSWER_MS unless told. */
  readonly timeoutMs?: number
}

/** Longest time for one answer of the engine in milliseconds: an answer of the API that says 503 is due within 5 s. */
export const ANSWER_MS = 4500

/** Short faults of the connection are tried again at once; longer ones are the caller's to repeat. */
const RETRY = defaultGrpcRetryOptions({ maxAttempts: 5, initialIntervalMs: () => 100 })

/** Connects at the first call and again after every loss; constructing it does nothing. */
export function createGateway({ address, namespace, queue, timeoutMs = ANSWER_MS }: GatewayOptions): Gateway {
  const connection = Connection.lazy({ address, connectTimeout: timeoutMs, interceptors: [makeGrpcRetryInterceptor(RETRY)] })
  const client = new Client({ connection, namespace })
  const underWay = new Set<Promise<unknown>>()
  const within = <T>(what: string, ask: () => Promise<T>, ms = timeoutMs): Promise<T> =>
    bounded(connection, what, ms, () => {
      const answer = ask()
      const settled: Promise<unknown> = answer.then(
        () => underWay.delete(settled),
        () => underWay.delete(settled),
      )
      underWay.add(settled)
      return answer
    })

  const send = async (caseId: string, command: Command): Promise<CommandAnswer | Refusal> => {
    const handle = client.workflow.getHandle(appealWorkflowId(caseId))
    for (;;) {
      try {
        return await handle.executeUpdate<CommandAnswer, [Command]>(COMMAND, { args: [command], updateId: updateIdOf(command) })
      } catch (error) {
        if (isNewRun(error)) continue
        if (error instanceof WorkflowUpdateFailedError) return refusalOf(error, command)
        if (!(error instanceof WorkflowNotFoundError)) throw error
        const { status } = await handle.describe()
        if (status.name === 'COMPLETED') return refuse('case-ended')
        throw error
      }
    }
  }

  return {
    start: (input) =>
      within('start', async () => {
        try {
          await client.workflow.start(APPEAL_WORKFLOW, {
            workflowId: appealWorkflowId(input.start.caseId),
            taskQueue: queue,
            args: [input],
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          })
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
        }
      }),
    filingRefusal: (caseId) =>
      within(
        'filing refusal',
        async () => {
          try {
            const handle = client.workflow.getHandle<(input: AppealInput) => Promise<AppealResult>>(appealWorkflowId(caseId))
            if ((await handle.describe()).status.name !== 'COMPLETED') return null
            const result = await handle.result()
            return result.ended === 'refused' ? result.refusal : null
          } catch (error) {
            if (error instanceof WorkflowNotFoundError) return null
            throw error
          }
        },
        Math.min(1500, timeoutMs),
      ),
    command: (caseId, command) => within(`command ${command.kind}`, () => send(caseId, command)),
    startChange: (runId) =>
      within('start of a change', async () => {
        await client.workflow.start(CHANGE_WORKFLOW, {
          workflowId: changeWorkflowId(runId),
          taskQueue: queue,
          args: [runId],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        })
      }),
    snapshot: (caseId) =>
      within('snapshot', async () => {
        const handle = client.workflow.getHandle(appealWorkflowId(caseId))
        try {
          return await handle.executeUpdate<never, []>(LOOK)
        } catch (error) {
          const seen = snapshotIn(error)
          if (seen !== null) return seen
          if (!(error instanceof WorkflowNotFoundError)) throw error
        }
        try {
          return await handle.query<Snapshot>(SNAPSHOT)
        } catch (error) {
          if (error instanceof WorkflowNotFoundError) return null
          throw error
        }
      }),
    async ready() {
      try {
        const answer = await within(
          'ready',
          () => client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: queue }, taskQueueType: 1 }),
          Math.min(2000, timeoutMs),
        )
        return { engine: true, worker: answer.pollers.length > 0 }
      } catch {
        return { engine: false, worker: false }
      }
    },
    async close() {
      await Promise.all(underWay)
      await connection.close()
    },
  }
}

/**
 * The engine's id of a press: the command's id with a fingerprint of its content. Where the same update
 * comes again while a worker has it, the engine may keep the content of the repeat beside what the worker
 * decided on the first, and the case could not be replayed; so a repeat with another content (its instant
 * is that of its own arrival) must be an update of its own. That a command counts once is the case's word.
 */
function updateIdOf(command: Command): string {
  return `${command.id}.${createHash('sha256').update(canonicalJson(command)).digest('hex').slice(0, 16)}`
}

/** The run that got the command began a new one before it took it; the next run takes it. */
function isNewRun(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'AcceptedUpdateCompletedWorkflow'
  )
}

/** What the refusal of a look carries. */
function snapshotIn(error: unknown): Snapshot | null {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null
  return cause instanceof ApplicationFailure && cause.type === SNAPSHOT_FAILURE ? (cause.details?.[0] as Snapshot) : null
}

function refusalOf(error: WorkflowUpdateFailedError, command: Command): Refusal {
  const { cause } = error
  const detail: unknown = cause instanceof ApplicationFailure && cause.type === REFUSAL_FAILURE ? cause.details?.[0] : null
  if (isRefusal(detail)) return detail
  throw new Fault('internal', `command ${command.id} (${command.kind}) failed: ${cause?.message ?? error.message}`, { cause: error })
}

/** Gives up after `ms`, also where the client library itself would go on trying. */
async function bounded<T>(connection: Connection, what: string, ms: number, ask: () => Promise<T>): Promise<T> {
  const giveUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Fault('unavailable', `${what}: no answer from the engine within ${ms} ms`))
      giveUp.abort()
    }, ms)
  })
  try {
    return await Promise.race([connection.withDeadline(Date.now() + ms, () => connection.withAbortSignal(giveUp.signal, ask)), late])
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('unavailable', `${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
