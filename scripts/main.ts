import { join } from 'node:path'
import { releaseLock, takeLock } from './services/processes/lock-file.ts'
import { parseArguments } from './start/arguments.ts'
import { checkProduction } from './start/check-production.ts'
import { placeOf } from './start/place.ts'
import { runRecords, stopOrphans } from './start/run-records.ts'
import { startSystem } from './start/start-system.ts'
import { createSupervisor } from './start/supervise.ts'

/** Parts in the order in which they stop. */
const STOP_ORDER = ['api', 'worker', 'mail', 'temporal', 'postgres']
const GRACE_MS = 15_000
/** npm passes on the Ctrl-C that the terminal sends to both, so a second one so soon is the same press. */
const ECHO_MS = 700
const DIST = join(import.meta.dirname, '..')

const say = (line: string): void => console.log(line)
let stopSeed = (): void => undefined

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2), process.env)
  checkProduction(process.env)
  const place = placeOf(process.env)
  const holder = await takeLock(place.lock)
  if (holder !== 'taken') {
    throw new Error(
      `${place.data} 已由进程 ${holder.pid} 使用；请先停止它，或另设 HONGYAN_DATA。\n${place.data} is in use by process ${holder.pid}; stop it first, or set HONGYAN_DATA.`,
    )
  }
  const records = runRecords(place.run)
  const supervisor = createSupervisor(records, say)
  let ended: Promise<void> | undefined
  const end = (code: number): Promise<void> => {
    ended ??= (async () => {
      stopSeed()
      await supervisor.stop()
      await releaseLock(place.lock)
      process.exit(code)
    })()
    return ended
  }
  let firstSignalAt = 0
  const onSignal = (): void => {
    if (!ended) {
      firstSignalAt = Date.now()
      say('正在停止，再按一次强行结束 / stopping, once more forces it ...')
      void end(0)
    } else if (Date.now() - firstSignalAt > ECHO_MS) {
      supervisor.kill()
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  try {
    await stopOrphans(records, STOP_ORDER, GRACE_MS)
    const onChild = (kill: () => void): void => {
      stopSeed = kill
    }
    await startSystem({ supervisor, place, env: process.env, args, dist: DIST, say, onChild })
  } catch (error) {
    if (!ended) console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
