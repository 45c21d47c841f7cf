import { join } from 'node:path'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { BenchContext } from '../context.ts'
import { writeBenchCatalogue } from './catalogue.ts'
import { type BenchPlace, takeBenchPlace } from './place.ts'
import { createStack, type Stack, type StackControl, type StackOptions } from './start-stack.ts'

/** The folder of a bench with its catalogue, in which a stack can be started, stopped and started again with the same data. */
export interface System {
  readonly bench: BenchPlace
  readonly catalog: Catalog
  openStack(options: StackOptions): Promise<Stack>
  /** Stops everything in order; what is stored stays. */
  closeStack(): Promise<void>
}

/** Gives `use` a system of its own with these items of the bench; stops it and gives the folder back in every case. */
export async function withSystem(
  { env, dist, say }: BenchContext,
  items: readonly string[],
  use: (system: System) => Promise<void>,
): Promise<void> {
  const bench = await takeBenchPlace(env)
  let running: StackControl | null = null
  const closeStack = async (): Promise<void> => {
    const stopped = running
    running = null
    await stopped?.stop()
  }
  try {
    await writeBenchCatalogue(join(dist, 'catalog'), bench.catalogue, items)
    const catalog = loadCatalog(bench.catalogue)
    const openStack = (options: StackOptions): Promise<Stack> => {
      say('启动 / starting PostgreSQL, Temporal, workers and API ...')
      running = createStack(bench, env, dist, say)
      return running.start(options)
    }
    await use({ bench, catalog, openStack, closeStack })
  } finally {
    await closeStack()
    await bench.release()
  }
}
