import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { carry, eventsOf, runDeps, withHoliday } from './change-office.ts'
import { type ApiOffice, anApiOffice } from './office.ts'

/** Two appeals received on Thursday 5 March 2026, both due at the close of the 12th. */
let office: ApiOffice
let ada: string
beforeAll(async () => {
  office = await anApiOffice()
  ada = (await office.file()).number
  await office.file('bo')
}, 240_000)
afterAll(() => office?.close())

interface Told {
  readonly digest: string
  readonly id: string
}

async function preview(text: string, kind = 'calendars'): Promise<Told & Record<string, unknown>> {
  const { status, body } = await office.post('admin', `/api/admin/${kind}/preview`, { text })
  expect([status, body.errors]).toEqual([200, undefined])
  return body
}

async function confirm(text: string, digest: string): Promise<{ status: number; body: Told & Record<string, unknown> }> {
  return office.post('admin', '/api/admin/calendars/imports', { text, reason: '市政府通知', preview: digest })
}

async function dueDates(number: string): Promise<readonly string[]> {
  const { body } = await office.get('ada', `/api/appeals/${number}`)
  return body.clocks.map((clock: { kind: string; dueAt: string }) => `${clock.kind} ${clock.dueAt}`)
}

/** Confirms a calendar and carries its run to the end. */
async function bring(text: string): Promise<string> {
  const { digest } = await preview(text)
  const { status, body } = await confirm(text, digest)
  expect(status).toBe(202)
  await carry(runDeps(office), body.id)
  return body.id
}

describe('a newer calendar', () => {
  it('is looked at before it is confirmed: who gains and loses days, and how many', async () => {
    const seen = await preview(withHoliday('2026.2', '2026-03-06'))
    expect(seen).toMatchObject({
      target: 'cn',
      brings: [
        { id: 'cn', version: '2026.2' },
        { id: 'cn-west', version: '2026.2+2026.1' },
      ],
      appeals: 2,
      gaining: 2,
      losing: 0,
      refused: 0,
      clocksMoved: 4,
      shifts: [{ moved: 'gains', amount: 1, unit: 'working-days', clocks: 4 }],
      colours: [],
      next: null,
    })
    const first = seen['first'] as { number: string; clocks: unknown[] }[]
    expect(first.find((appeal) => appeal.number === ada)?.clocks[0]).toMatchObject({
      kind: 'acceptance',
      dueBefore: '2026-03-12T09:30:00.000Z',
      dueAfter: '2026-03-13T09:30:00.000Z',
      moved: 'gains',
      by: { amount: 1, unit: 'working-days' },
    })
    expect(await dueDates(ada)).toEqual(['acceptance 2026-03-12T09:30:00.000Z', 'stage 2026-03-12T09:30:00.000Z'])
  })

  it('with faults is refused with file, line and rule in both languages, and nothing is looked at', async () => {
    const text = withHoliday('2026.2', '2026-05-01')
    const { status, body } = await office.post('admin', '/api/admin/calendars/preview', { text, file: 'mine.yaml' })
    expect(status).toBe(422)
    expect(body.errors).toContainEqual({
      field: 'mine.yaml:48 years.2.holidays.4.from',
      rule: 'calendar-day-twice',
      zh: '2026-05-01 出现两次',
      en: '2026-05-01 is given twice',
    })
    const old = await office.post('admin', '/api/admin/calendars/preview', { text: withHoliday('2026.1', '2026-03-06') })
    expect([old.status, old.body.errors[0].rule, old.body.errors[0].field]).toEqual([422, 'calendar-not-newer', 'calendar.yaml:4 version'])
  })

  it('that is another than the one looked at is not confirmed', async () => {
    const { digest } = await preview(withHoliday('2026.2', '2026-03-06'))
    const other = await confirm(withHoliday('2026.2', '2026-03-09'), digest)
    expect([other.status, other.body['code']]).toEqual([409, 'preview-stale'])
  })

  it('once confirmed is in force for filings, the calculator and the pages, and is carried to every open appeal', async () => {
    const text = withHoliday('2026.2', '2026-03-06')
    const { digest } = await preview(text)
    const overtaken = await preview(withHoliday('2026.3', '2026-03-09'))
    const { status, body } = await confirm(text, digest)
    expect([status, body['state'], body['target'], body['version'], body['reason']]).toEqual([202, 'running', 'cn', '2026.2', '市政府通知'])
    expect(office.gateway.changes).toEqual([body.id])
    expect((await confirm(text, digest)).body.id).toBe(body.id)

    const busy = await confirm(withHoliday('2026.3', '2026-03-09'), overtaken.digest)
    expect([busy.status, busy.body['code']]).toEqual([409, 'preview-stale'])
    const next = await preview(withHoliday('2026.3', '2026-03-09'))
    expect((await confirm(withHoliday('2026.3', '2026-03-09'), next.digest)).body['code']).toBe('change-running')

    const later = (await office.file('bo')).number
    const { body: filed } = await office.get('bo', `/api/appeals/${later}`)
    expect(filed.clocks[0].dueAt).toBe('2026-03-13T09:30:00.000Z')
    const sum = { calendar: 'cn', unit: 'working-days', amount: 5, startedAt: '2026-03-05T10:00:00+08:00' }
    expect((await office.post('ada', '/api/deadlines/calculation', sum)).body.dueAt).toBe('2026-03-13T09:30:00.000Z')
    const year = await office.get('admin', '/api/admin/calendars/cn?year=2026')
    const friday = year.body.days.find((day: { date: string }) => day.date === '2026-03-06')
    expect(friday).toEqual({ date: '2026-03-06', kind: 'holiday', name: { zh: '临时放假', en: 'Extra day off' }, periods: [] })
    expect([year.body.version, year.body.reason, year.body.days.length]).toEqual(['2026.2', '市政府通知', 365])

    await carry(runDeps(office), body.id)
    expect(await dueDates(ada)).toEqual(['acceptance 2026-03-13T09:30:00.000Z', 'stage 2026-03-13T09:30:00.000Z'])
    expect(await eventsOf(office, ada, 'CalendarReplaced')).toBe(1)
    expect(await eventsOf(office, later, 'CalendarReplaced')).toBe(0)
    const run = await office.get('admin', `/api/admin/changes/${body.id}`)
    expect(run.body).toMatchObject({ state: 'ended', total: 2, done: 2, moved: 2, unmoved: 0, failed: 0, refused: 0, leftovers: [] })
    expect(run.body.confirmedBy.name).toBe('Name of admin')
    expect((await office.get('admin', '/api/admin/changes')).body.changes[0].id).toBe(body.id)
  })

  it('explains a moved date by the holiday that moved it', async () => {
    const { body } = await office.get('ada', `/api/appeals/${ada}/deadlines`)
    const lines = body.clocks[0].trace.map((line: { text: { en: string } }) => line.text.en)
    expect(lines.some((line: string) => line.includes('Extra day off'))).toBe(true)
  })

  it('that a later one overtook is not carried on any more', async () => {
    const first = await bring(withHoliday('2026.4', '2026-03-09'))
    await bring(withHoliday('2026.5', '2026-03-10'))
    const again = await office.post('admin', `/api/admin/changes/${first}/resumption`)
    expect([again.status, again.body.code]).toEqual([409, 'change-outdated'])
    const nobody = await office.post('admin', '/api/admin/changes/00000000-0000-4000-8000-000000000000/resumption')
    expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown-change'])
  })
})

describe('a newer version of an item', () => {
  const ITEM = readFileSync('catalog/items/child-schooling.yaml', 'utf8')
  const version = Number(/^version: (\d+)$/m.exec(ITEM)?.[1])
  const newer = (by: number, text = ITEM): string => text.replace(`version: ${version}`, `version: ${version + by}`)

  it('of the same number, or with faults, is refused', async () => {
    const same = await office.post('admin', '/api/admin/items/preview', { text: ITEM })
    expect([same.status, same.body.errors[0].rule]).toEqual([422, 'not-newer'])
    const broken = await office.post('admin', '/api/admin/items/preview', {
      text: newer(1).replace('code: child-schooling', 'code: child-schooling\nmoon: 1'),
    })
    expect([broken.status, broken.body.errors[0].rule]).toEqual([422, 'unknown-key'])
  })

  it('is in force for new filings, while open appeals keep theirs unless they are to move', async () => {
    const text = newer(1)
    const { digest } = await preview(text, 'items')
    const { status, body } = await office.post('admin', '/api/admin/items/imports', {
      text,
      reason: '新办法',
      preview: digest,
      moveRunning: false,
    })
    expect([status, body]).toEqual([201, { item: 'child-schooling', version: String(version + 1) }])
    const filed = await office.file('bo')
    expect(await versionOf(filed.number)).toBe(version + 1)
    expect(await versionOf(ada)).toBe(version)
    expect((await office.get('ada', '/api/items/child-schooling')).body.version).toBe(version + 1)
  })

  it('moves the open appeals to it where that is confirmed', async () => {
    const text = newer(2)
    const seen = await preview(text, 'items')
    expect(seen).toMatchObject({ kind: 'item', target: 'child-schooling', version: String(version + 2), refused: 0, appeals: 4 })
    const body = { text, reason: '新办法', preview: seen.digest, moveRunning: true }
    const answer = await office.post('admin', '/api/admin/items/imports', body)
    expect(answer.status).toBe(202)
    await carry(runDeps(office), answer.body.id)
    expect(await versionOf(ada)).toBe(version + 2)
    expect((await office.get('admin', `/api/admin/changes/${answer.body.id}`)).body).toMatchObject({
      state: 'ended',
      total: 4,
      failed: 0,
      refused: 0,
    })
  })

  async function versionOf(number: string): Promise<number> {
    const { rows } = await office.sql.query<{ version: number }>('select item_version as version from appeal where number = $1', [number])
    return rows[0]?.version ?? 0
  }
})
