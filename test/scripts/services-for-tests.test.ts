import { Connection } from '@temporalio/client'
import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { postgresForTests, temporalForTests, timeSkippingServer } from '../../scripts/services/for-tests.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('services for tests', () => {
  it('two test files get two databases that know nothing of each other', async () => {
    const [one, other] = [await postgresForTests(), await postgresForTests()]
    await ask(one, 'create table mark (a int)')
    expect(await ask(one, "select to_regclass('mark') is not null as there")).toEqual([{ there: true }])
    expect(await ask(other, "select to_regclass('mark') is not null as there")).toEqual([{ there: false }])
  })

  it('a test database is UTF-8 with the order of code points', async () => {
    const sql =
      'select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()'
    expect(await ask(await postgresForTests(), sql)).toEqual([{ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' }])
  })

  it('a test file gets a namespace of its own on the real Temporal server', async () => {
    const { address, namespace } = await temporalForTests()
    const connection = await Connection.connect({ address })
    const found = await connection.workflowService.describeNamespace({ namespace })
    expect(found.namespaceInfo?.name).toBe(namespace)
    await connection.close()
  })

  it('the time-skipping server answers', async () => {
    const environment = await timeSkippingServer()
    const before = await environment.currentTimeMs()
    await environment.sleep('30 days')
    expect(Math.round(((await environment.currentTimeMs()) - before) / 86_400_000)).toBe(30)
    await environment.teardown()
  })
})
