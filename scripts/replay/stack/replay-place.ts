import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { releaseLock, takeLock } from '../../services/processes/lock-file.ts'
import { type Place, placeOf } from '../../start/place.ts'
import { type RunRecords, runRecords, stopOrphans } from '../../start/run-records.ts'
import { ToldError } from '../told-error.ts'

const STOP_ORDER = ['api', 'worker', 'temporal', 'postgres']
const GRACE_MS = 15_000

/** The folder of one replay, locked until `release`. */
export interface ReplayPlace {
  readonly place: Place
  readonly records: RunRecords
  readonly catalogue: string
  release(): Promise<void>
}

/**
 * Takes the folder `replay` below the data folder and empties it: what an earlier replay left is stopped
 * and removed. Throws `ToldError` where another replay runs there.
 */
export async function takeReplayPlace(env: NodeJS.ProcessEnv): Promise<ReplayPlace> {
  const data = resolve(env.HONGYAN_DATA || '.data', 'replay')
  const place = placeOf({ HONGYAN_DATA: data })
  const holder = await takeLock(place.lock)
  if (holder !== 'taken') {
    throw new ToldError(
      `${data} 正由进程 ${holder.pid} 使用；请先停止它，或另设 HONGYAN_DATA`,
      `${data} is in use by process ${holder.pid}; stop it first, or set HONGYAN_DATA`,
    )
  }
  const records = runRecords(place.run)
  await stopOrphans(records, STOP_ORDER, GRACE_MS)
  await clear(data, [basename(place.run)])
  return { place: placeOf({ HONGYAN_DATA: data }), records, catalogue: join(data, 'catalog'), release: () => releaseLock(place.lock) }
}

/** Removes what is in the folder; the database may lie elsewhere, in the place its pointer names. */
async function clear(data: string, kept: readonly string[]): Promise<void> {
  const elsewhere = await readFile(join(data, 'postgres.location'), 'utf8').catch(() => null)
  if (elsewhere !== null) await rm(elsewhere.trim(), { recursive: true, force: true })
  for (const name of await readdir(data)) if (!kept.includes(name)) await rm(join(data, name), { recursive: true, force: true })
}
