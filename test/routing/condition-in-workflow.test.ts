import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import type { conditionProbe } from './fixtures/condition-probe.ts'

it('a condition is worth the same inside the sandbox of a running workflow, and again when its history is replayed', async () => {
  Runtime.install({ logger: new DefaultLogger('WARN'), telemetryOptions: { logging: { filter: 'WARN' } } })
  const { address, namespace } = await temporalForTests()
  const taskQueue = `conditions-${randomUUID()}`
  const workflowsPath = fileURLToPath(new URL('fixtures/condition-probe.ts', import.meta.url))
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
  const native = await NativeConnection.connect({ address })
  const connection = await Connection.connect({ address })
  try {
    const client = new Client({ connection, namespace })
    const worker = await Worker.create({ connection: native, namespace, taskQueue, workflowBundle })
    const handle = await worker.runUntil(async () => {
      const started = await client.workflow.start<typeof conditionProbe>('conditionProbe', {
        taskQueue,
        workflowId: taskQueue,
        args: [
          ['expert.tier in ("A", "B")', 'form.amount > 500000', 'not(form.ill)', 'form.months between 3 and 12', 'form.absent > 1'],
          { 'expert.tier': 'B', 'form.amount': 500000, 'form.ill': false, 'form.months': 12 },
        ],
      })
      expect(await started.result()).toEqual([true, false, true, true, false])
      return started
    })
    const history = await handle.fetchHistory()
    await Worker.runReplayHistory({ workflowBundle }, history, taskQueue)
  } finally {
    await connection.close()
    await native.close()
  }
})
