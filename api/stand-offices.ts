import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Catalog } from '../catalog/loader/catalog.ts'
import type { CatalogStore } from '../prisma/stores/catalog-store.ts'

const RETRY_MS = 1000

/** Brings the offices of the catalogue into the database, trying again while it is away; `standing` tells when it is done. */
export function standOffices(
  catalog: Catalog,
  store: CatalogStore,
  log: Logger,
  stop: AbortSignal,
): { standing(): boolean; done: Promise<void> } {
  let standing = false
  const attempt = async (): Promise<void> => {
    while (!standing && !stop.aborted) {
      try {
        await store.syncOffices({
          departments: catalog.departments.values(),
          stations: catalog.stations.values(),
          windows: catalog.windows.values(),
        })
        standing = true
      } catch (error) {
        log.warn({ err: error }, 'the offices of the catalogue are not in the database yet')
        await sleep(RETRY_MS, undefined, { signal: stop }).catch(() => undefined)
      }
    }
  }
  return { standing: () => standing, done: attempt() }
}
