import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker'
import { TASK_QUEUE } from '../workflows/messages.ts'

export interface WorkerDeps {
  readonly connection: NativeConnection
  readonly namespace: string
  readonly bundle: WorkflowBundleOption
  /** The activities by their names. */
  readonly activities: object
  /** `hongyan` unless told. */
  readonly queue?: string
  readonly maxCachedWorkflows?: number
}

/**
 * A worker for appeals, postman and housekeeping.
 * - The sticky wait is short, so that after a crash of a worker a click waits 2 s for the next one, not 10.
 * - Writes of many cases run side by side as local activities.
 * - Few workflow tasks at once: they share one core, and a task must end within the engine's 10 s. Taken by the hundred, as after
 *   a restart, they would all time out and be taken again; what is not taken waits at the engine and loses nothing.
 * - Stopping gives writes that are under way the time to end, and tells the postman soon.
 */
export function createWorker({
  connection,
  namespace,
  bundle,
  activities,
  queue = TASK_QUEUE,
  maxCachedWorkflows = 2000,
}: WorkerDeps): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: queue,
    workflowBundle: bundle,
    activities,
    maxCachedWorkflows,
    stickyQueueScheduleToStartTimeout: '2s',
    maxConcurrentWorkflowTaskExecutions: 16,
    maxConcurrentLocalActivityExecutions: 200,
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 10 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    shutdownGraceTime: '1 second',
    shutdownForceTime: '15 seconds',
  })
}
