import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../ports.ts'
import { temporalProgram } from '../temporal/programs.ts'
import { createNamespace, temporalAnswering, temporalArgs } from '../temporal/server.ts'
import { type SharedService, useShared } from './shared-service.ts'

interface Facts {
  address: string
}

export const SHARED_TEMPORAL: SharedService<Facts> = {
  name: 'temporal',
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hongyan-test-temporal-'))
    const ports = { frontend: await freePort(), http: await freePort(), metrics: await freePort() }
    return {
      command: await temporalProgram(),
      args: temporalArgs(ports, join(folder, 'temporal.db')),
      options: { cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder } },
      folder,
      facts: { address: `127.0.0.1:${ports.frontend}` },
    }
  },
  ready: (facts, check) => temporalAnswering(facts.address, check),
}

/** A namespace of its own on the shared real server, and a task queue name nobody else uses. */
export interface TemporalForTests {
  address: string
  namespace: string
  taskQueue: string
}

/** The shared real Temporal server with a fresh namespace, for one test file. */
export async function temporalForTests(): Promise<TemporalForTests> {
  const { address } = await useShared(SHARED_TEMPORAL)
  const namespace = `test-${randomUUID()}`
  await createNamespace(address, namespace, 1)
  return { address, namespace, taskQueue: namespace }
}
