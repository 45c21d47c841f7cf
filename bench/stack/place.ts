import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { releaseLock, takeLock } from '../../scripts/services/processes/lock-file.ts'
import { type Place, placeOf } from '../../scripts/start/place.ts'
import { type RunRecords, runRecords, stopOrphans } from '../../scripts/start/run-records.ts'
import { RESULTS } from '../context.ts'

/** Names of the processes of a bench, in the order in which they are stopped. */
export const PROCESSES = ['api', 'worker', 'bare-worker', 'temporal', 'postgres'] as const
const GRACE_MS = 15_000

/** The folder of one bench, locked until `release`. */
export interface BenchPlace {
  readonly place: Place
  readonly records: RunRecords
  readonly catalogue: string
  release(): Promise<void>
}

/** Takes the folder `bench` below the data folder and removes what an earlier bench left but its results; throws where another one runs there. */
export async function takeBenchPlace(env: NodeJS.ProcessEnv): Promise<BenchPlace> {
  const data = resolve(env.HONGYAN_DATA || '.data', 'bench')
  const { lock, run } = placeOf({ HONGYAN_DATA: data })
  const holder = await takeLock(lock)
  if (holder !== 'taken') throw new Error(`${data} 正由进程 ${holder.pid} 使用 / is in use by process ${holder.pid}`)
  const records = runRecords(run)
  await stopOrphans(records, PROCESSES, GRACE_MS)
  // The database may lie elsewhere, in the place its pointer names.
  const elsewhere = await readFile(join(data, 'postgres.location'), 'utf8').catch(() => null)
  if (elsewhere !== null) await rm(elsewhere.trim(), { recursive: true, force: true })
  const kept = [basename(run), RESULTS]
  for (const name of await readdir(data)) if (!kept.includes(name)) await rm(join(data, name), { recursive: true, force: true })
  return { place: placeOf({ HONGYAN_DATA: data }), records, catalogue: join(data, 'catalog'), release: () => releaseLock(lock) }
}
