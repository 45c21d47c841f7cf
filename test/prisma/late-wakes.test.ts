import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLateWakeStore, type LateCase, type LateWakeStore } from '../../prisma/stores/late-wake-store.ts'
import { anOffice, type Office, THURSDAY_10 } from './office.ts'

const DAY = 86_400_000
let office: Office
let store: LateWakeStore
let early: LateCase
let later: LateCase
beforeAll(async () => {
  office = await anOffice()
  store = createLateWakeStore(office.db)
  later = await filed(THURSDAY_10)
  early = await filed(THURSDAY_10 - DAY)
})
beforeEach(() => office.sql.query('delete from late_wake'))
afterAll(() => office.close())

/** An appeal received then, with the instant it should wake at. */
async function filed(at: number): Promise<LateCase> {
  const { start } = await office.file({ at })
  const { rows } = await office.sql.query<{ at: Date }>('select next_wake_at as at from appeal where case_id = $1', [start.caseId])
  return { caseId: start.caseId, dueAt: rows[0]?.at.getTime() ?? 0 }
}

const minutesPass = (minutes: number) => office.sql.query(`update late_wake set woken_at = woken_at - $1 * interval '1 minute'`, [minutes])

describe('appeals that slept through a limit', () => {
  it('are found by the instant they should have woken at, the longest overdue first, and not a moment early', async () => {
    expect(await store.late(later.dueAt + 1, null, 10)).toEqual([early, later])
    expect(await store.late(later.dueAt, null, 10)).toEqual([early])
    expect(await store.late(early.dueAt, null, 10)).toEqual([])
  })

  it('are read page by page, none twice', async () => {
    const [first] = await store.late(later.dueAt + 1, null, 1)
    expect(first).toEqual(early)
    expect(await store.late(later.dueAt + 1, early, 1)).toEqual([later])
    expect(await store.late(later.dueAt + 1, later, 1)).toEqual([])
  })

  it('are left alone for five minutes once woken, then for ten, and never for more than an hour', async () => {
    const asleep = async (): Promise<boolean> => (await store.late(early.dueAt + 1, null, 10)).length === 1
    await store.noteWoken([early])
    expect(await asleep()).toBe(false)
    await minutesPass(4)
    expect(await asleep()).toBe(false)
    await minutesPass(2)
    expect(await asleep()).toBe(true)
    await store.noteWoken([early])
    await minutesPass(9)
    expect(await asleep()).toBe(false)
    await minutesPass(2)
    expect(await asleep()).toBe(true)
    for (let times = 0; times < 20; times += 1) await store.noteWoken([early])
    await minutesPass(59)
    expect(await asleep()).toBe(false)
    await minutesPass(2)
    expect(await asleep()).toBe(true)
  })

  it('are woken at once for another limit, whatever the one before took', async () => {
    await store.noteWoken([{ ...early, dueAt: early.dueAt - DAY }])
    expect(await store.late(early.dueAt + 1, null, 10)).toEqual([early])
  })

  it('are looked into when they have not moved a minute after they were woken', async () => {
    await store.noteWoken([later, early])
    expect(await store.unmoved(60_000, 10)).toEqual([])
    await minutesPass(2)
    expect(await store.unmoved(60_000, 10)).toEqual([early, later])
    expect(await store.unmoved(60_000, 1)).toEqual([early])
  })

  it('are forgotten when they moved on', async () => {
    await store.noteWoken([early, { ...later, dueAt: later.dueAt - DAY }])
    await minutesPass(2)
    expect(await store.unmoved(60_000, 10)).toEqual([early])
    await store.forgetMoved()
    const { rows } = await office.sql.query('select case_id from late_wake')
    expect(rows).toEqual([{ case_id: early.caseId }])
  })
})
