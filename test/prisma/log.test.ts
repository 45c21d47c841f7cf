import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseState } from '../../domain/case/state.ts'
import { createDatabase } from '../../prisma/database.ts'
import { verifyChains } from '../../prisma/log/chain.ts'
import { exportHeads, firstLostHead } from '../../prisma/log/heads.ts'
import { anOffice, clerk, leadOf, type Office, THURSDAY_10 } from './office.ts'
import { CLERK, RECEPTION } from './people.ts'

let office: Office
let folder: string
beforeAll(async () => {
  office = await anOffice()
  folder = await mkdtemp(join(tmpdir(), 'hongyan-heads-'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

const claimed = (state: CaseState): Promise<CaseState> =>
  office.act(state, {
    id: 'claim',
    at: THURSDAY_10 + 60_000,
    actor: clerk(CLERK, RECEPTION),
    kind: 'ClaimTask',
    data: { taskId: leadOf(state), version: null },
  })

/** What somebody with the owner's password can do: the trigger is put aside for one statement. */
async function tamper(statement: string): Promise<void> {
  await office.sql.query('begin; set local session_replication_role = replica')
  await office.sql.query(statement)
  await office.sql.query('commit')
}

describe('the event log', () => {
  it('chains every event to the one before by sha256, from the id of the case on', async () => {
    const { start } = await claimed(await office.file())
    const { rows } = await office.sql.query<{ body: string; prev: string; hash: string }>(
      `select body, encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as hash from case_event where case_id = $1 order by seq`,
      [start.caseId],
    )
    expect(rows).toHaveLength(9)
    let previous = createHash('sha256').update(start.caseId).digest('hex')
    for (const row of rows) {
      expect(row.prev).toBe(previous)
      previous = createHash('sha256').update(Buffer.from(previous, 'hex')).update(row.body, 'utf8').digest('hex')
      expect(row.hash).toBe(previous)
    }
    expect(await verifyChains(office.db)).toEqual({ cases: 1, events: 9, broken: null })
  })

  it.each([
    ['updated', `update case_event set body = '{}'`],
    ['deleted', 'delete from case_event'],
    ['emptied', 'truncate case_event cascade'],
  ])('cannot be %s by its owner', async (_, statement) => {
    await expect(office.sql.query(statement)).rejects.toThrow('case_event is append-only')
  })

  it.each([
    ['update', `update case_event set body = '{}'`],
    ['delete', 'delete from case_event'],
    ['truncate', 'truncate case_event'],
    ['update an intake', `update intake set form = '{}'`],
    ['read texts', 'select * from case_text'],
    ['delete an appeal', 'delete from appeal'],
    ['drop the trigger', 'drop trigger case_event_is_append_only on case_event'],
  ])('is written by a role that may not %s', async (_, statement) => {
    const roles = await office.writer.$queryRaw<{ role: string }[]>`select current_user::text as role`
    expect(roles).toEqual([{ role: 'hongyan_writer' }])
    await expect(office.writer.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('shows where a body was changed', async () => {
    const { start } = await claimed(await office.file())
    await tamper(
      `update case_event set body = replace(body, '"TaskDispatched"', '"TaskCancelled"') where case_id = '${start.caseId}' and seq = 4`,
    )
    expect((await verifyChains(office.db)).broken).toEqual({ caseId: start.caseId, number: start.number, seq: 4, fault: 'hash' })
    await tamper(
      `update case_event set body = replace(body, '"TaskCancelled"', '"TaskDispatched"') where case_id = '${start.caseId}' and seq = 4`,
    )
  })

  it('shows where a body was changed and its own hash with it', async () => {
    const { start } = await claimed(await office.file())
    const before = `select body, hash from case_event where case_id = '${start.caseId}' and seq = 4`
    const { rows } = await office.sql.query<{ body: string; hash: Buffer }>(before)
    await tamper(`update case_event set body = 'x', hash = sha256(prev_hash || 'x'::bytea) where case_id = '${start.caseId}' and seq = 4`)
    expect((await verifyChains(office.db)).broken).toEqual({ caseId: start.caseId, number: start.number, seq: 5, fault: 'previous' })
    await tamper(
      `update case_event set body = '${rows[0]?.body.replaceAll("'", "''")}', hash = '\\x${rows[0]?.hash.toString('hex')}' where case_id = '${start.caseId}' and seq = 4`,
    )
    expect((await verifyChains(office.db)).broken).toBeNull()
  })

  it('shows where an event was taken out', async () => {
    const { start } = await claimed(await office.file())
    await tamper(`delete from case_event where case_id = '${start.caseId}' and seq = 3`)
    expect((await verifyChains(office.db)).broken).toEqual({ caseId: start.caseId, number: start.number, seq: 4, fault: 'gap' })
    await tamper(`delete from case_event where case_id = '${start.caseId}'`)
  })

  it('keeps its heads outside the database, which shows where the end of a chain was cut off', async () => {
    const { start } = await claimed(await office.file())
    const exported = await exportHeads(office.db, folder, '2026-03-05')
    expect(await readdir(folder)).toEqual(['heads-2026-03-05.jsonl'])
    const lines = (await readFile(exported.file, 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(exported.heads)
    expect(lines.filter((line) => line.includes(start.caseId))).toEqual([
      expect.stringMatching(/^\{"caseId":"[0-9a-f-]{36}","seq":9,"hash":"[0-9a-f]{64}"\}$/),
    ])
    expect(await firstLostHead(office.db, folder)).toBeNull()

    await tamper(`delete from case_event where case_id = '${start.caseId}' and seq = 9`)
    expect((await verifyChains(office.db)).broken).toBeNull()
    expect(await firstLostHead(office.db, folder)).toMatchObject({ caseId: start.caseId, seq: 9, file: 'heads-2026-03-05.jsonl' })
  })

  it('keeps one whole file of a day also where two write it at once, and nothing of one that failed', async () => {
    const day = '2026-03-06'
    const [one, two] = await Promise.all([exportHeads(office.db, folder, day), exportHeads(office.db, folder, day)])
    expect(one).toEqual(two)
    expect((await readFile(one.file, 'utf8')).trim().split('\n')).toHaveLength(one.heads)
    const away = createDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none', connections: 1 })
    await expect(exportHeads(away, folder, '2026-03-07')).rejects.toThrow()
    await away.$disconnect()
    expect((await readdir(folder)).sort()).toEqual(['heads-2026-03-05.jsonl', 'heads-2026-03-06.jsonl'])
  })

  it('shows by its heads where a chain was written anew from its beginning', async () => {
    const { start } = await claimed(await office.file())
    const kept = await mkdtemp(join(tmpdir(), 'hongyan-heads-'))
    await exportHeads(office.db, kept, '2026-03-05')
    expect(await firstLostHead(office.db, kept)).toBeNull()
    await tamper(`
      do $$ declare link record; before bytea := sha256('${start.caseId}'::bytea); text_now text;
      begin
        for link in select seq, body from case_event where case_id = '${start.caseId}' order by seq loop
          text_now := replace(link.body, '"TaskDispatched"', '"TaskCancelled"');
          update case_event set body = text_now, prev_hash = before, hash = sha256(before || convert_to(text_now, 'UTF8'))
           where case_id = '${start.caseId}' and seq = link.seq;
          before := sha256(before || convert_to(text_now, 'UTF8'));
        end loop;
      end $$`)
    expect((await verifyChains(office.db)).broken).toBeNull()
    expect(await firstLostHead(office.db, kept)).toMatchObject({ caseId: start.caseId, seq: 9, file: 'heads-2026-03-05.jsonl' })
    await rm(kept, { recursive: true })
  })
})
