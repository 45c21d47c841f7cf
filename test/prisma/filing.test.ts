import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { initialState } from '../../domain/case/state.ts'
import { createCatalogStore } from '../../prisma/stores/catalog-store.ts'
import { createDueWorkReader } from '../../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { createMaterialStore } from '../../prisma/stores/material-store.ts'
import { anOffice, type Office, THURSDAY_10 } from './office.ts'
import { OTHER_EXPERT } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())

describe('filing', () => {
  it('numbers the appeals of a year of case time one after the other, each with its check digit', async () => {
    const first = await office.intake({ at: Date.UTC(2031, 0, 2) })
    const second = await office.intake({ at: Date.UTC(2031, 5, 2) })
    const other = await office.intake({ at: Date.UTC(2032, 5, 2) })
    expect([first.number, second.number, other.number]).toEqual(['HY-2031-000001-0', 'HY-2031-000002-8', 'HY-2032-000001-3'])
  })

  it('takes the year from the local date: New Year in Shanghai is still the old year in Greenwich', async () => {
    expect((await office.intake({ at: Date.UTC(2032, 11, 31, 15, 59) })).number).toMatch(/^HY-2032-/)
    expect((await office.intake({ at: Date.UTC(2032, 11, 31, 16, 0) })).number).toMatch(/^HY-2033-/)
  })

  it('finds every single wrong digit of a number by its check digit', async () => {
    const { rows } = await office.sql.query<{ digit: string }>(
      `select check_digit('079') as digit union all select check_digit('2026000123')`,
    )
    // 079-2 is the worked example of ISO 7064 MOD 11,10.
    expect(rows.map((row) => row.digit)).toEqual(['2', '7'])
    for (let place = 0; place < 10; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const wrong = `${'2026000123'.slice(0, place)}${digit}${'2026000123'.slice(place + 1)}`
        if (wrong === '2026000123') continue
        const answer = await office.sql.query<{ digit: string }>('select check_digit($1) as digit', [wrong])
        expect(answer.rows[0]?.digit).not.toBe('7')
      }
    }
  })

  it('gives no number twice when many file at once', async () => {
    const filed = await Promise.all(Array.from({ length: 20 }, () => office.intake({ at: Date.UTC(2040, 1, 1) })))
    expect(new Set(filed.map((one) => one.number)).size).toBe(20)
    expect(filed.map((one) => Number(one.number.slice(8, 14))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  it('answers a repeated filing with the first one, also when both come at once', async () => {
    const key = { idempotencyKey: 'one press', bodyHash: 'b'.repeat(64) }
    const [one, other] = await Promise.all([office.intake(key), office.intake(key)])
    expect([one.kind, other.kind].sort()).toEqual(['created', 'same'])
    expect(other.id).toBe(one.id)
    expect(other.number).toBe(one.number)
    if (!('start' in one) || !('start' in other)) throw new Error('not filed')
    expect(other.start).toEqual(one.start)
    expect(other.file).toEqual(one.file)
  })

  it('does not take another body under the same key, and names the first appeal', async () => {
    const first = await office.intake({ idempotencyKey: 'reused key', bodyHash: 'c'.repeat(64) })
    const again = await office.intake({ idempotencyKey: 'reused key', bodyHash: 'd'.repeat(64) })
    expect(again).toEqual({ kind: 'conflict', id: first.id, number: first.number })
  })

  it('knows the same key of another person as another filing', async () => {
    const first = await office.intake({ idempotencyKey: 'shared key' })
    expect((await office.intake({ idempotencyKey: 'shared key', expert: OTHER_EXPERT })).kind).toBe('created')
    expect(first.kind).toBe('created')
  })

  it('names the open appeal where an expert files the same matter again without confirming it', async () => {
    const first = await office.intake({ item: 'residence-permit', confirmDuplicate: false })
    expect(first.kind).toBe('created')
    expect(await office.intake({ item: 'residence-permit', confirmDuplicate: false })).toEqual({
      kind: 'duplicate',
      id: first.id,
      number: first.number,
    })
    expect((await office.intake({ item: 'residence-permit', confirmDuplicate: true })).kind).toBe('created')
    expect((await office.intake({ item: 'residence-permit', expert: OTHER_EXPERT, confirmDuplicate: false })).kind).toBe('created')
    expect((await office.intake({ item: 'medical-care', confirmDuplicate: false })).kind).toBe('created')
  })

  it('lets an expert file a matter again once the first appeal is closed', async () => {
    const state = await office.file({ item: 'funding', confirmDuplicate: false })
    await office.act(state, {
      id: 'withdraw',
      at: THURSDAY_10 + 60_000,
      actor: { kind: 'expert', id: state.start.expert.id },
      kind: 'WithdrawAppeal',
      data: { reason: null },
    })
    expect((await office.intake({ item: 'funding', confirmDuplicate: false })).kind).toBe('created')
  })

  it('lets only one of two unconfirmed filings of the same matter through at once', async () => {
    const filed = await Promise.all(
      [1, 2, 3].map(() => office.intake({ item: 'medical-care', expert: OTHER_EXPERT, confirmDuplicate: false })),
    )
    expect(filed.map((one) => one.kind).sort()).toEqual(['created', 'duplicate', 'duplicate'])
  })

  it('keeps item and calendars by content, so that a running appeal has those it was filed under', async () => {
    const state = await office.file()
    const item = office.catalog.items.get('child-schooling')
    if (!item) throw new Error('no item')
    await createCatalogStore(office.db).keepVersions({ ...item, version: 2, name: { zh: '新', en: 'New' } }, {})
    const fresh = await createStartReader(office.db).load(state.start.caseId)
    expect(fresh?.start).toEqual(state.start)
    const { rows } = await office.sql.query<{ version: number; digest: string }>(
      `select version, digest from catalog_version where code = 'child-schooling' order by version`,
    )
    expect(rows.map((row) => row.version)).toEqual([1, 2])
    expect(rows[0]?.digest).toBe(office.catalog.digests.get('child-schooling'))
  })

  it('notes the materials that were given', async () => {
    const filed = await office.intake({ item: 'child-schooling' })
    const materials = createMaterialStore(office.db)
    expect((await materials.ofCase(filed.id)).map((row) => `${row.code} ${row.state}`)).toEqual([
      'identity provided',
      'kinship provided',
      'residence-proof provided',
      'school-record provided',
      'talent-card provided',
    ])
  })
})

describe('what a crash left', () => {
  it('is an intake without a first event, with all that starting it needs; a started or refused one is none', async () => {
    const cases = office.cases
    const due = createDueWorkReader(office.db, createStartReader(office.db), cases)
    await office.sql.query(`update intake set refused = '{}' where not exists (select 1 from appeal where case_id = id)`)
    const left = await office.intake()
    const refused = await office.intake()
    await office.intakes.markRefused(refused.id, { refusal: 'not-permitted', field: null, params: {} })
    const started = await office.file()
    await office.intakes.markRefused(started.start.caseId, { refusal: 'not-permitted', field: null, params: {} })
    expect(await due.leftovers(60_000, 10)).toEqual([])
    const found = await due.leftovers(0, 10)
    expect(found.map((one) => one.caseId)).toEqual([left.id])
    if (!('start' in left)) throw new Error(left.kind)
    expect(found[0]?.input).toEqual({ start: left.start, file: left.file })

    await office.act(initialState(left.start), left.file)
    expect(await due.leftovers(0, 10)).toEqual([])
    expect((await due.stateOf(started.start.caseId))?.seq).toBe(6)
    const { rows } = await office.sql.query('select count(*)::int as n from intake where started_at is null and refused is null')
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is looked for in a sample of the appeals that run, and told to all of them page by page', async () => {
    const due = createDueWorkReader(office.db, createStartReader(office.db), office.cases)
    const { rows } = await office.sql.query<{ id: string }>(`select case_id as id from appeal where status <> 'ended' order by case_id`)
    const all = rows.map((row) => row.id)
    const sample = await due.sample(3)
    expect(sample).toHaveLength(3)
    expect(new Set(sample).size).toBe(3)
    expect((await due.sample(1_000)).toSorted()).toEqual(all)
    const told: string[] = []
    for (let page = await due.running(null, 2); page.length > 0; page = await due.running(page.at(-1) ?? null, 2)) told.push(...page)
    expect(told).toEqual(all)
  })
})
