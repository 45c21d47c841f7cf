import { setTimeout as sleep } from 'node:timers/promises'
import { NativeConnection, type Worker } from '@temporalio/worker'

export interface RunOptions {
  readonly address: string
  readonly create: (connection: NativeConnection) => Promise<Worker>
  /** What must be so in the engine before the worker serves; repeated after each loss. */
  readonly prepare: () => Promise<void>
  /** Told once the worker serves. */
  readonly serving: () => void
  readonly warn: (message: string, error: unknown) => void
  /** Aborted when the process shall stop. */
  readonly stop: AbortSignal
  /** Real time between two tries; 1000 unless told. */
  readonly retryMs?: number
}

/**
 * Serves until told to stop. Where the engine is away, at the start or later, it tries again instead of
 * dying. Resolves when everything under way has ended.
 */
export async function runWorker({ address, create, prepare, serving, warn, stop, retryMs = 1000 }: RunOptions): Promise<void> {
  while (!stop.aborted) {
    let connection: NativeConnection | undefined
    try {
      connection = await NativeConnection.connect({ address })
      await prepare()
      const worker = await create(connection)
      await serve(worker, serving, stop)
    } catch (error) {
      warn('the engine is away or refused the worker; trying again', error)
      await sleep(retryMs, undefined, { signal: stop }).catch(() => undefined)
    } finally {
      await connection?.close().catch((error: unknown) => warn('closing the connection', error))
    }
  }
}

async function serve(worker: Worker, serving: () => void, stop: AbortSignal): Promise<void> {
  const shutdown = (): void => worker.shutdown()
  const running = worker.run()
  stop.addEventListener('abort', shutdown, { once: true })
  try {
    if (stop.aborted) shutdown()
    else serving()
    await running
  } finally {
    stop.removeEventListener('abort', shutdown)
  }
}
