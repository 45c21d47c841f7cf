import { createGateway } from '../../api/gateway.ts'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import { createSeqWatch } from '../../prisma/readers/seq-watch.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { createTaskReader } from '../../prisma/readers/task-reader.ts'
import { createCatalogStore } from '../../prisma/stores/catalog-store.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { createIntakeStore } from '../../prisma/stores/intake-store.ts'
import { TASK_QUEUE } from '../../workflows/messages.ts'
import type { Stack } from '../stack/start-stack.ts'
import type { EngineDeps } from './engine-driver.ts'

const TIMEOUT_MS = 30_000

/** The ways into a stack without the API; `close` when nothing is under way any more. */
export async function openEngine({ temporalAddress, database }: Stack, catalog: Catalog): Promise<EngineDeps & { close(): Promise<void> }> {
  const gateway = createGateway({ address: temporalAddress, namespace: 'default', queue: TASK_QUEUE, timeoutMs: TIMEOUT_MS })
  return {
    gateway,
    intakes: createIntakeStore(database, createCatalogStore(database), createStartReader(database)),
    watch: createSeqWatch(database),
    tasks: createTaskReader(database),
    catalog,
    face: await createClockFaceStore(database).read(),
    close: () => gateway.close(),
  }
}
