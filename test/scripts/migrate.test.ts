import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { emptyDatabaseForTests } from '../../scripts/services/for-tests/postgres.ts'
import { migrate } from '../../scripts/services/migrate.ts'

const places: string[] = []
let folder = ''
let url = ''

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-migrations-'))
  places.push(folder)
  url = await emptyDatabaseForTests()
  await write('20260101000000_first', 'create table first (a int);\n')
  await write('20260102000000_second', 'alter table first add column b int;\n')
})

afterAll(async () => {
  for (const place of places) await rm(place, { recursive: true, force: true })
})

describe('the migration runner', () => {
  it('applies what is missing in order, and nothing the second time', async () => {
    expect(await migrate(url, folder)).toEqual(['20260101000000_first', '20260102000000_second'])
    expect(await migrate(url, folder)).toEqual([])
    await write('20260103000000_third', 'alter table first add column c int;\n')
    expect(await migrate(url, folder)).toEqual(['20260103000000_third'])
  })

  it('records a migration as prisma does, with the sha256 of the file', async () => {
    await migrate(url, folder)
    const sql = `select migration_name, checksum, logs, rolled_back_at, applied_steps_count, length(id) as id_length,
      finished_at is not null as finished from "_prisma_migrations" order by migration_name limit 1`
    expect(await rows(sql)).toEqual([
      {
        migration_name: '20260101000000_first',
        checksum: '043e147c369919202333e0c784fe6fba81893a63e98901f908c94e0f3c0eff18',
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
        id_length: 36,
        finished: true,
      },
    ])
  })

  it('two starts at once apply each migration once', async () => {
    const both = await Promise.all([migrate(url, folder), migrate(url, folder)])
    expect(both.flat().toSorted()).toEqual(['20260101000000_first', '20260102000000_second'])
  })

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(url, folder)
    await write('20260101000000_first', 'create table first (a bigint);\n')
    await expect(migrate(url, folder)).rejects.toThrow('20260101000000_first was changed after it was applied')
  })

  it('refuses a database of a later release', async () => {
    await migrate(url, folder)
    await rm(join(folder, '20260102000000_second'), { recursive: true })
    await expect(migrate(url, folder)).rejects.toThrow('20260102000000_second, which this release does not know')
  })

  it('leaves nothing of a migration that fails', async () => {
    await write('20260103000000_broken', 'create table third (a int); select no_such_column from third;')
    await expect(migrate(url, folder)).rejects.toThrow('20260103000000_broken failed')
    expect(await rows("select to_regclass('third') as third")).toEqual([{ third: null }])
    await write('20260103000000_broken', 'create table third (a int);')
    expect(await migrate(url, folder)).toEqual(['20260103000000_broken'])
  })
})
