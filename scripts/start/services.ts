import { join } from 'node:path'
import { migrate } from '../services/migrate.ts'
import { freePort, portFor } from '../services/ports.ts'
import { embeddedPostgres } from '../services/postgres.ts'
import { temporalProgram } from '../services/temporal/programs.ts'
import { raiseRetention, spawnTemporal, temporalReady } from '../services/temporal/server.ts'
import type { Place } from './place.ts'
import type { Supervisor } from './supervise.ts'

/** Histories of closed cases are kept ten years on the one-machine server. */
const RETENTION_DAYS = 3650
const GRACE_MS = 20_000

/** Starts PostgreSQL unless `DATABASE_URL` names one, and brings the schema up to date; the connection URL. */
export async function startDatabase(supervisor: Supervisor, place: Place, env: NodeJS.ProcessEnv, migrations: string): Promise<string> {
  const url = env.DATABASE_URL || (await startEmbedded(supervisor, place, env))
  await migrate(url, migrations)
  return url
}

async function startEmbedded(supervisor: Supervisor, place: Place, env: NodeJS.ProcessEnv): Promise<string> {
  const port = await portFor('HONGYAN_POSTGRES_PORT', env)
  const postgres = await embeddedPostgres(place.data, port, place.logFile('postgres'))
  await supervisor.add({ name: 'postgres', spawn: postgres.spawn, ready: postgres.ready, stopSignal: 'SIGINT', graceMs: GRACE_MS })
  return postgres.database()
}

/** Starts the one-machine Temporal server unless `TEMPORAL_ADDRESS` names one; its address. */
export async function startEngine(supervisor: Supervisor, place: Place, env: NodeJS.ProcessEnv): Promise<string> {
  if (env.TEMPORAL_ADDRESS) return env.TEMPORAL_ADDRESS
  const program = await temporalProgram()
  const ports = { frontend: await portFor('HONGYAN_TEMPORAL_PORT', env), http: await freePort(), metrics: await freePort() }
  const file = join(place.data, 'temporal.db')
  const log = place.logFile('temporal')
  await supervisor.add({
    name: 'temporal',
    spawn: async () => spawnTemporal(program, ports, file, log),
    ready: (child) => temporalReady(ports, child, log),
    stopSignal: 'SIGTERM',
    graceMs: GRACE_MS,
  })
  const address = `127.0.0.1:${ports.frontend}`
  await raiseRetention(address, RETENTION_DAYS)
  return address
}
