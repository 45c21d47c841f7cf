import { join } from 'node:path'
import type { Instant } from '../../../domain/clocks/types.ts'
import { createDatabase, type Database } from '../../../prisma/database.ts'
import { createClockFaceStore } from '../../../prisma/stores/clock-face-store.ts'
import { freePort } from '../../services/ports.ts'
import { startProduct } from '../../start/processes.ts'
import { startDatabase, startEngine } from '../../start/services.ts'
import { createSupervisor } from '../../start/supervise.ts'
import { startMailSink } from './mail-sink.ts'
import type { ReplayPlace } from './replay-place.ts'

/** A whole system of its own: PostgreSQL, Temporal, worker and API, with a sink for mails. */
export interface Stack {
  readonly baseUrl: string
  readonly database: Database
  mails(): number
}

/** What stops a stack, also one that is half started. */
export interface StackControl {
  start(caseTime: Instant): Promise<Stack>
  stop(): Promise<void>
  kill(): void
}

/** Settings that would lead the replay to another database, engine or port than its own. */
const NOT_ITS_OWN = [
  'DATABASE_URL',
  'DATABASE_WRITER_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'PORT',
  'HONGYAN_HOST',
  'PUBLIC_URL',
  'SMTP_URL',
  'NODE_ENV',
  'HONGYAN_POSTGRES_PORT',
  'HONGYAN_TEMPORAL_PORT',
  'WORKER_METRICS_ADDRESS',
]

/** A stack in the folder of the replay; `dist` holds the compiled modules. */
export function createStack(
  { place, records, catalogue }: ReplayPlace,
  env: NodeJS.ProcessEnv,
  dist: string,
  say: (line: string) => void,
): StackControl {
  const supervisor = createSupervisor(records, say)
  const closers: (() => Promise<unknown>)[] = []
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_ITS_OWN.includes(name)))

  return {
    async start(caseTime) {
      const [url, temporal, sink, port] = await Promise.all([
        startDatabase(supervisor, place, inherited, join(dist, 'prisma', 'migrations')),
        startEngine(supervisor, place, inherited),
        startMailSink(),
        freePort(),
      ])
      closers.push(sink.stop)
      const database = createDatabase({ url })
      closers.push(() => database.$disconnect())
      await createClockFaceStore(database).append({ realAt: Date.now(), caseAt: caseTime, speed: 1 })
      const settings = {
        NODE_ENV: 'development',
        PORT: String(port),
        HONGYAN_DATA: place.data,
        HONGYAN_CATALOG: catalogue,
        HONGYAN_SPEED: '1',
        DATABASE_URL: url,
        TEMPORAL_ADDRESS: temporal,
        SMTP_URL: sink.url,
        LOG_LEVEL: inherited['LOG_LEVEL'] || 'warn',
      }
      await startProduct(supervisor, place, { ...inherited, ...settings }, dist)
      return { baseUrl: `http://127.0.0.1:${port}`, database, mails: sink.count }
    },
    async stop() {
      await supervisor.stop()
      for (const close of closers.toReversed()) await close().catch(() => undefined)
    },
    kill: () => supervisor.kill(),
  }
}
