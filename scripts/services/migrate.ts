import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The advisory lock that `prisma migrate` takes; the same, so that both may meet on one database. */
const PRISMA_LOCK = 72707369

const TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`

/** One migration: a folder of prisma/migrations. */
export interface Migration {
  name: string
  sql: string
  /** sha256 of the file's bytes in hex, as Prisma records it */
  checksum: string
}

/** The migrations of a folder in the order of their names; none when the folder is missing. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const rows = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = rows.filter((row) => row.isDirectory()).map((row) => row.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, in order, each in one transaction, and records it as
 * `prisma migrate deploy` does, which accepts the same database afterwards.
 * Returns the names applied now. Throws when an applied file was changed since
 * (drift), when the database knows a migration that is not in the folder, or
 * when an earlier one has failed half-way.
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(TABLE)
    const applied = await appliedMigrations(client, migrations)
    const missing = migrations.filter((one) => !applied.has(one.name))
    for (const one of missing) await applyOne(client, one)
    return missing.map((one) => one.name)
  } finally {
    await client.end()
  }
}

async function appliedMigrations(client: pg.Client, migrations: readonly Migration[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from "_prisma_migrations" where rolled_back_at is null`,
  )
  for (const row of rows) {
    const known = migrations.find((one) => one.name === row.name)
    if (!row.finished) throw new Error(`migration ${row.name} was begun and never finished; repair the database first`)
    if (!known) throw new Error(`the database has the migration ${row.name}, which this release does not know`)
    if (known.checksum !== row.checksum) {
      throw new Error(`migration ${row.name} was changed after it was applied: checksum ${known.checksum}, applied ${row.checksum}`)
    }
  }
  return new Set(rows.map((row) => row.name))
}

async function applyOne(client: pg.Client, one: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(one.sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), one.checksum, one.name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${one.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
