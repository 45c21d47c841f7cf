import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../ports.ts'
import { clusterIn } from '../postgres/cluster.ts'
import { postgresPrograms } from '../postgres/programs.ts'
import { answering, databaseUrl, serverCommand } from '../postgres/server.ts'
import { canEnter, serverPlace, serverUser } from '../postgres/system-user.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { identityOf, isRunning } from '../processes/identity.ts'
import { type SharedService, useShared } from './shared-service.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations')
/** Databases are copied and templates made one at a time. */
const COPY_LOCK = 5_120_001
/** Nothing in a test database outlives the machine, so nothing is forced to the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 400 }

interface Facts {
  /** connection URL without the database's name, ending in a slash */
  server: string
}

export const SHARED_POSTGRES: SharedService<Facts> = {
  name: 'postgres',
  prepare: async () => {
    const user = await serverUser()
    const place = (await canEnter(user, tmpdir())) ? tmpdir() : await serverPlace('tests')
    const folder = await mkdtemp(join(place, 'hongyan-test-postgres-'))
    const cluster = await clusterIn(folder, await postgresPrograms(user), user, false)
    const port = await freePort()
    return { ...serverCommand(cluster, port, SETTINGS), folder, facts: { server: databaseUrl(cluster, port, '') } }
  },
  ready: (facts, check) => answering(`${facts.server}postgres`, check),
}

/**
 * A fresh database with every migration applied, for one test file; its
 * connection URL. The databases of test processes that have ended are dropped.
 */
export async function postgresForTests(): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS)
  const digest = createHash('sha256')
    .update(migrations.map((one) => `${one.name} ${one.checksum}`).join('\n'))
    .digest('hex')
  return copyOf(`template_${digest.slice(0, 16)}`, makeTemplate)
}

/** A fresh database with nothing in it. */
export function emptyDatabaseForTests(): Promise<string> {
  return copyOf('template0', () => Promise.reject(new Error('PostgreSQL has no template0')))
}

async function copyOf(template: string, make: (client: pg.Client, server: string, name: string) => Promise<void>): Promise<string> {
  const { server } = await useShared(SHARED_POSTGRES)
  const client = new pg.Client({ connectionString: `${server}postgres` })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [COPY_LOCK])
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database')
    const names = rows.map((row) => row.name)
    for (const name of names.filter(isAbandoned)) await client.query(`drop database if exists "${name}" with (force)`)
    if (!names.includes(template)) await make(client, server, template)
    const name = `test_${process.pid}_${identityOf(process.pid)?.started ?? ''}_${randomBytes(4).toString('hex')}`
    await client.query(`create database "${name}" template "${template}"`)
    return `${server}${name}`
  } finally {
    await client.end()
  }
}

/** Migrated under another name first, so that a run killed half-way leaves no half template. */
async function makeTemplate(client: pg.Client, server: string, template: string): Promise<void> {
  await client.query('drop database if exists "half_template" with (force)')
  await client.query('create database "half_template"')
  await migrate(`${server}half_template`, MIGRATIONS)
  await client.query(`alter database "half_template" rename to "${template}"`)
}

function isAbandoned(database: string): boolean {
  const [, pid, started] = /^test_(\d+)_(\d*)_[0-9a-f]+$/.exec(database) ?? []
  if (pid === undefined || started === undefined) return false
  return !isRunning({ pid: Number(pid), started })
}
