import { join } from 'node:path'
import type { Instant } from '../../domain/clocks/types.ts'
import { createDatabase, type Database } from '../../prisma/database.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { startMailSink } from '../../scripts/replay/stack/mail-sink.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { nodePart } from '../../scripts/start/node-part.ts'
import { startProduct } from '../../scripts/start/processes.ts'
import { startDatabase, startEngine } from '../../scripts/start/services.ts'
import { createSupervisor } from '../../scripts/start/supervise.ts'
import type { BenchPlace } from './place.ts'

/** A whole system of its own. */
export interface Stack {
  readonly baseUrl: string
  readonly temporalAddress: string
  readonly database: Database
  mails(): number
}

export interface StackOptions {
  /** case time from now on; null for the one that the database has, which is real time where it has none */
  readonly caseTime: Instant | null
  /** whether the worker of the bare workflow runs beside it */
  readonly bareWorker: boolean
  /** settings of worker and API beyond the ones that lead them to this stack */
  readonly settings?: Readonly<Record<string, string>>
}

/** What stops a stack, also one that is half started. */
export interface StackControl {
  start(options: StackOptions): Promise<Stack>
  stop(): Promise<void>
}

/** Of the environment only what finds programs: no setting may lead the bench to another system or another pace. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'HONGYAN_CACHE', 'TEMPORAL_CLI_PATH', 'NODE_OPTIONS']

/** A stack in the folder of the bench; `dist` holds the compiled modules. */
export function createStack(
  { place, records, catalogue }: BenchPlace,
  env: NodeJS.ProcessEnv,
  dist: string,
  say: (line: string) => void,
): StackControl {
  const supervisor = createSupervisor(records, say)
  const closers: (() => Promise<unknown>)[] = []
  const kept = Object.fromEntries(KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))

  return {
    async start({ caseTime, bareWorker, settings: given = {} }) {
      const [url, temporal, sink, port] = await Promise.all([
        startDatabase(supervisor, place, kept, join(dist, 'prisma', 'migrations')),
        startEngine(supervisor, place, kept),
        startMailSink(),
        freePort(),
      ])
      closers.push(sink.stop)
      // Of the driver: what it asks of many rows may take long.
      const database = createDatabase({ url, connections: 16, statementMs: 0 })
      closers.push(() => database.$disconnect())
      if (caseTime !== null) await createClockFaceStore(database).append({ realAt: Date.now(), caseAt: caseTime, speed: 1 })
      const settings = {
        NODE_ENV: 'development',
        PORT: String(port),
        HONGYAN_DATA: place.data,
        HONGYAN_CATALOG: catalogue,
        HONGYAN_SPEED: '1',
        DATABASE_URL: url,
        TEMPORAL_ADDRESS: temporal,
        SMTP_URL: sink.url,
        LOG_LEVEL: 'warn',
      }
      const product = { ...kept, ...given, ...settings }
      await startProduct(supervisor, place, product, dist)
      const module = join(dist, 'bench', 'bare', 'worker.js')
      if (bareWorker) await supervisor.add(nodePart({ name: 'bare-worker', module, env: product, logFile: place.logFile('bare-worker') }))
      return { baseUrl: `http://127.0.0.1:${port}`, temporalAddress: temporal, database, mails: sink.count }
    },
    async stop() {
      await supervisor.stop()
      for (const close of closers.toReversed()) await close().catch(() => undefined)
    },
  }
}
