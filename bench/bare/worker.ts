import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { runWorker } from '../../activities/run-worker.ts'
import { readWorkerSettings } from '../../activities/settings.ts'
import { createWorker } from '../../activities/worker.ts'
import { BARE_QUEUE } from './messages.ts'

/** The bare workflow by a worker with the options of the product's. */
const { temporalAddress: address, temporalNamespace: namespace, maxCachedWorkflows } = readWorkerSettings(process.env)
const bundle = await bundleWorkflowCode({ workflowsPath: join(import.meta.dirname, 'workflow.js'), logger: new DefaultLogger('WARN') })

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
await runWorker({
  address,
  create: (native) => createWorker({ connection: native, namespace, bundle, activities: {}, queue: BARE_QUEUE, maxCachedWorkflows }),
  prepare: () => Promise.resolve(),
  serving: () => undefined,
  warn: (message, error) => console.warn(message, error),
  stop: stop.signal,
})
process.exit()
