import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportHeads } from '../../prisma/log/heads.ts'
import { checkAndRebuild } from '../../scripts/rebuild/check-and-rebuild.ts'
import { anOffice, type Office } from './office.ts'

let office: Office
let folder: string
beforeAll(async () => {
  office = await anOffice()
  folder = await mkdtemp(join(tmpdir(), 'hongyan-rebuild-'))
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true })
})

async function run(heads: string | null = null): Promise<{ good: boolean; said: string[] }> {
  const said: string[] = []
  const good = await checkAndRebuild(office.db, { heads, say: (line) => said.push(line), progress: () => {} })
  return { good, said }
}

const colours = async (): Promise<string[]> =>
  (await office.sql.query<{ colour: string }>('select colour from appeal')).rows.map((row) => row.colour)

describe('npm run rebuild', () => {
  it('says that the chain holds and puts the rows right', async () => {
    await office.file()
    await office.sql.query(`update appeal set colour = 'red'`)
    expect(await run()).toEqual({ good: true, said: ['chain holds: 6 events of 1 appeals', 'rebuilt: 1 appeals'] })
    expect(await colours()).toEqual(['green'])
  })

  it('names a head that the log does not hold, and drops nothing', async () => {
    const { rows } = await office.sql.query<{ id: string }>('select case_id as id from appeal')
    const id = rows[0]?.id ?? ''
    await writeFile(join(folder, 'heads-2026-03-05.jsonl'), `${JSON.stringify({ caseId: id, seq: 7, hash: '0'.repeat(64) })}\n`)
    await office.sql.query(`update appeal set colour = 'red'`)
    expect(await run(folder)).toEqual({
      good: false,
      said: [
        'chain holds: 6 events of 1 appeals',
        `broken link: appeal ${id}, event 7: heads-2026-03-05.jsonl names it, and the log does not hold it any more`,
      ],
    })
    expect(await colours()).toEqual(['red'])
  })

  it('finds by the heads that housekeeping exported that the end of a chain was cut off', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'hongyan-rebuild-'))
    await exportHeads(office.db, kept, '2026-03-05')
    const { rows } = await office.sql.query<{ id: string }>('select case_id as id from case_event where seq = 6')
    await office.sql.query('begin; set local session_replication_role = replica; delete from case_event where seq = 6; commit')
    expect(await run(kept)).toEqual({
      good: false,
      said: [
        'chain holds: 5 events of 1 appeals',
        `broken link: appeal ${rows[0]?.id}, event 6: heads-2026-03-05.jsonl names it, and the log does not hold it any more`,
      ],
    })
    expect(await colours()).toEqual(['red'])
    await rm(kept, { recursive: true })
  })

  it('names the first broken link, and drops nothing', async () => {
    await office.sql.query(
      `begin; set local session_replication_role = replica; update case_event set body = body || ' ' where seq = 2; commit`,
    )
    const { rows } = await office.sql.query<{ id: string; number: string }>('select case_id as id, number from appeal')
    expect(await run()).toEqual({
      good: false,
      said: [`broken link: appeal ${rows[0]?.number} (${rows[0]?.id}), event 2: its text is not what was written`],
    })
    expect(await colours()).toEqual(['red'])
  })
})
