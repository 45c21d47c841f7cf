import { join } from 'node:path'
import { releaseLock, takeLock } from './services/processes/lock-file.ts'
import { parseArguments } from './start/arguments.ts'
import { checkCatalog } from './start/check-catalog.ts'
import { checkProduction } from './start/check-production.ts'
import { setSpeed } from './start/case-time.ts'
import { beginDemoTime } from './start/demo-time.ts'
import { createEnding } from './start/ending.ts'
import { placeOf } from './start/place.ts'
import { runRecords, stopOrphans } from './start/run-records.ts'
import { startSystem } from './start/start-system.ts'
import { createSupervisor } from './start/supervise.ts'

/** Parts in the order in which they stop. */
const STOP_ORDER = ['api', 'worker', 'mail', 'temporal', 'postgres']
const GRACE_MS = 15_000
const DIST = join(import.meta.dirname, '..')

const say = (line: string): void => console.log(line)
const tell = (error: unknown): void => console.error(error instanceof Error ? error.message : error)

async function main(): Promise<void> {
  const env = process.env
  const args = parseArguments(process.argv.slice(2), env)
  checkProduction(env)
  const place = placeOf(env)
  const holder = await takeLock(place.lock)
  if (holder !== 'taken') {
    throw new Error(
      `${place.data} 已由进程 ${holder.pid} 使用；请先停止它，或另设 HONGYAN_DATA。\n${place.data} is in use by process ${holder.pid}; stop it first, or set HONGYAN_DATA.`,
    )
  }
  const records = runRecords(place.run)
  const supervisor = createSupervisor(records, say)
  let stopChild = (): void => undefined
  const ending = createEnding(
    supervisor,
    () => stopChild(),
    () => releaseLock(place.lock),
    say,
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ending.onSignal)
  try {
    await stopOrphans(records, STOP_ORDER, GRACE_MS)
    const checkCatalogue = (): void => checkCatalog(env, DIST)
    const onChild = (kill: () => void): void => {
      stopChild = kill
    }
    const beginDemo = (url: string): Promise<boolean> => beginDemoTime(url, env.HONGYAN_CATALOG || join(DIST, 'catalog'))
    await startSystem({ supervisor, place, env, args, dist: DIST, checkCatalogue, setSpeed, beginDemo, say, onChild })
  } catch (error) {
    if (!ending.hasBegun()) tell(error)
    await ending.end(1)
  }
}

await main().catch((error: unknown) => {
  tell(error)
  process.exit(1)
})
