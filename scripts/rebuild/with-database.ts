import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../services/migrate.ts'
import { freePort } from '../services/ports.ts'
import { databaseUrl } from '../services/postgres/server.ts'
import { type EmbeddedPostgres, embeddedPostgres } from '../services/postgres.ts'
import { releaseLock, takeLock } from '../services/processes/lock-file.ts'
import { identityOf } from '../services/processes/identity.ts'
import { stopProcess } from '../services/processes/stop-process.ts'
import { placeOf } from '../start/place.ts'

const DATABASE = 'hongyan'
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'prisma', 'migrations')
const GRACE_MS = 20_000

/** Neither a setting nor a data folder names a database. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'

  constructor() {
    super('没有数据文件夹，也未设置 DATABASE_URL。\nThere is no data folder, and DATABASE_URL is not set.')
  }
}

/**
 * Runs `action` on the database that DATABASE_URL names, else on the embedded one of the data folder: beside
 * a running `npm start`, or served, and brought up to date, for as long as the action takes. Throws `NoDatabase` when there is neither.
 */
export async function withDatabase<T>(env: NodeJS.ProcessEnv, action: (url: string) => Promise<T>): Promise<T> {
  if (env.DATABASE_URL) return action(env.DATABASE_URL)
  if (!existsSync(env.HONGYAN_DATA || '.data')) throw new NoDatabase()
  const place = placeOf(env)
  const holder = await takeLock(place.lock)
  const postgres = await embeddedPostgres(place.data, await freePort(), place.logFile('postgres'))
  if (holder !== 'taken') return action(await runningDatabase(postgres))
  try {
    return await served(postgres, action)
  } finally {
    await releaseLock(place.lock)
  }
}

async function runningDatabase({ cluster }: EmbeddedPostgres): Promise<string> {
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8')).split('\n')
  return databaseUrl(cluster, Number(lines[3]), DATABASE)
}

async function served<T>(postgres: EmbeddedPostgres, action: (url: string) => Promise<T>): Promise<T> {
  const child = await postgres.spawn()
  try {
    await postgres.ready(child)
    const url = await postgres.database()
    await migrate(url, MIGRATIONS)
    return await action(url)
  } finally {
    const identity = child.pid === undefined ? undefined : identityOf(child.pid)
    if (identity) await stopProcess(identity, 'SIGINT', GRACE_MS)
  }
}
