import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createHealthReader, type HealthReader } from '../../prisma/readers/health-reader.ts'
import { createRoundStore } from '../../prisma/stores/round-store.ts'
import { createStuckStore, type StuckStore } from '../../prisma/stores/stuck-store.ts'
import { anOffice, type Office } from './office.ts'
import { CLERK, LEAD, RECEPTION, SECOND_CLERK } from './people.ts'

const TODAY = '2026-03-05'
let office: Office
let stuck: StuckStore
let health: HealthReader
let caseId: string
beforeAll(async () => {
  office = await anOffice()
  stuck = createStuckStore(office.db)
  health = createHealthReader(office.db)
  caseId = (await office.file()).start.caseId
})
beforeEach(() => office.sql.query('delete from stuck_case'))
afterAll(() => office.close())

async function listed(): Promise<readonly { readonly caseId: string; readonly kind: string; readonly detail: unknown }[]> {
  return (await health.stuck('all', 10)).map(({ caseId: id, kind, detail }) => ({ caseId: id, kind, detail }))
}

const staffOfReception = [CLERK, SECOND_CLERK, LEAD]
const setActive = (active: boolean) => office.sql.query('update staff set active = $1 where id = any ($2)', [active, staffOfReception])

describe('the list of appeals that stand still', () => {
  it('is empty while every open appeal has a window with people in it and a clock', async () => {
    expect(await stuck.sweepTables(TODAY)).toEqual({ 'not-started': 0, 'no-owner': 0, 'no-clock': 0, open: 1 })
    expect(await listed()).toEqual([])
  })

  it('names an appeal whose window has nobody today, until somebody is there again', async () => {
    await setActive(false)
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-owner': 1, open: 1 })
    expect(await listed()).toEqual([{ caseId, kind: 'no-owner', detail: { window: RECEPTION } }])
    await setActive(true)
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-owner': 0 })
    expect(await listed()).toEqual([])
  })

  it('counts a substitute as somebody, and an absent clerk whose substitute has left as nobody', async () => {
    await office.sql.query('update staff set active = false where id = any ($1)', [[SECOND_CLERK, LEAD]])
    const away = `insert into absence (staff_id, substitute_id, from_day, to_day) values ($1, $2, '2026-03-01', '2026-03-09')`
    const substitute = '50000000-0000-4000-8000-000000000009'
    await office.sql.query(away, [CLERK, substitute])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-owner': 0 })
    await office.sql.query('update staff set active = false where id = $1', [substitute])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-owner': 1 })
    expect(await stuck.sweepTables('2026-03-10')).toMatchObject({ 'no-owner': 0 })
    await office.sql.query('delete from absence')
    await office.sql.query('update staff set active = true')
  })

  it('names an appeal without any accountable window', async () => {
    await office.sql.query('update appeal set accountable_window = null where case_id = $1', [caseId])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-owner': 1 })
    expect(await listed()).toEqual([{ caseId, kind: 'no-owner', detail: { window: null } }])
    await office.sql.query('update appeal set accountable_window = $2 where case_id = $1', [caseId, RECEPTION])
  })

  it('names an appeal that nothing will wake and no clock watches, and not one that is merely late in every way', async () => {
    await office.sql.query('update appeal set next_wake_at = null where case_id = $1', [caseId])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-clock': 0 })
    await office.sql.query('update clock set due_at = null where case_id = $1', [caseId])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'no-clock': 1 })
    expect(await listed()).toEqual([{ caseId, kind: 'no-clock', detail: {} }])
  })

  it('names a filing that has not begun after two minutes', async () => {
    const { id } = await office.intake()
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'not-started': 0 })
    await office.sql.query(`update intake set created_at = created_at - interval '3 minutes' where id = $1`, [id])
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'not-started': 1 })
    expect((await listed()).map((row) => [row.caseId, row.kind])).toContainEqual([id, 'not-started'])
    await office.intakes.markRefused(id, { refusal: 'not-permitted', field: null, params: {} })
    expect(await stuck.sweepTables(TODAY)).toMatchObject({ 'not-started': 0 })
  })

  it('keeps what a look at the engine said until the next look, and since when it holds', async () => {
    const since = Date.parse('2026-03-05T02:00:00Z')
    await stuck.noteEngine(caseId, [{ kind: 'engine-failing', since, detail: { attempts: 4, cause: 'Error' } }])
    await stuck.sweepTables(TODAY)
    expect((await health.stuck('all', 10)).find((row) => row.kind === 'engine-failing')).toMatchObject({
      caseId,
      since,
      detail: { attempts: 4, cause: 'Error' },
    })
    expect(await stuck.suspects(10)).toEqual([caseId])
    await stuck.noteEngine(caseId, [{ kind: 'engine-failing', since: since + 60_000, detail: { attempts: 9, cause: 'Error' } }])
    expect((await health.stuck('all', 10)).find((row) => row.kind === 'engine-failing')).toMatchObject({ since, detail: { attempts: 9 } })
    await stuck.noteEngine(caseId, [{ kind: 'no-workflow', since: null, detail: {} }])
    expect((await health.stuckByKind('all'))['engine-failing']).toBeUndefined()
    expect((await health.stuckByKind('all'))['no-workflow']).toBe(1)
    await stuck.noteEngine(caseId, [])
    expect(await stuck.suspects(10)).toEqual([])
  })

  it('is cut to the stations that a supervisor answers for', async () => {
    await stuck.noteEngine(caseId, [{ kind: 'no-workflow', since: null, detail: {} }])
    expect(await health.stuckByKind(['dist-lake'])).toEqual({ 'no-workflow': 1 })
    expect((await health.stuck(['dist-lake'], 10)).map((row) => row.caseId)).toEqual([caseId])
    expect(await health.stuckByKind(['dist-port'])).toEqual({})
    expect(await health.stuck(['dist-port'], 10)).toEqual([])
  })
})

describe('the figures of the rounds', () => {
  it('are counted by day and kept in all', async () => {
    const rounds = createRoundStore(office.db)
    await rounds.add('woken', '2026-03-04', 2)
    await rounds.add('woken', '2026-03-05', 3)
    await rounds.add('woken', '2026-03-05', 4)
    expect(await health.count('woken', '2026-03-05')).toEqual({ today: 7, total: 9 })
    expect(await health.count('never', '2026-03-05')).toEqual({ today: 0, total: 0 })
  })

  it('say what the last round of each kind saw', async () => {
    const rounds = createRoundStore(office.db)
    await rounds.note('watchdog', { found: 1, postman: true })
    await rounds.note('watchdog', { found: 0, postman: false })
    expect((await health.rounds()).get('watchdog')).toMatchObject({ name: 'watchdog', facts: { found: 0, postman: false } })
  })

  it('tell how many wakes are late and which is the oldest', async () => {
    const wake = Date.parse('2026-03-05T03:00:00Z')
    await office.sql.query('update appeal set next_wake_at = $2 where case_id = $1', [caseId, new Date(wake)])
    expect(await health.lateness(wake + 1, wake + 60_000)).toEqual({ late: 1, oldest: wake })
    expect(await health.lateness(wake, wake + 60_000)).toEqual({ late: 0, oldest: wake })
    expect(await health.lateness(wake, wake)).toEqual({ late: 0, oldest: null })
  })
})
