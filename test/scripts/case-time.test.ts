import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { postgresForTests } from '../../scripts/services/for-tests.ts'
import { setSpeed } from '../../scripts/start/case-time.ts'

async function speedsIn(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ speed: number }>('select speed from clock_face order by real_at')
  await client.end()
  return rows.map((row) => row.speed)
}

describe('the speed of a start', () => {
  it('is kept in the database for all processes, and the same speed again adds nothing', async () => {
    const url = await postgresForTests()
    await setSpeed(url, 1)
    expect(await speedsIn(url)).toEqual([])
    await setSpeed(url, 2000)
    await setSpeed(url, 2000)
    expect(await speedsIn(url)).toEqual([2000])
    await setSpeed(url, 1)
    expect(await speedsIn(url)).toEqual([2000, 1])
  })
})
