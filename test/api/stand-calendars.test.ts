import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCalendarText } from '../../catalog/loader/calendars.ts'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import { calendarChange } from '../../api/changes/prepared.ts'
import { standCalendars, standOnce } from '../../api/changes/stand-calendars.ts'
import { createInForceReader } from '../../prisma/readers/in-force-reader.ts'
import { carry, runDeps, withHoliday } from './change-office.ts'
import { type ApiOffice, anApiOffice } from './office.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
}, 240_000)
afterAll(() => office?.close())

const begun: string[] = []
const warned: string[] = []

/** An office starts with the catalogue's files, of which `cn` is this text. */
function startWith(cn: string | null): Parameters<typeof standOnce>[0] {
  const { catalog, changes } = office.deps
  const read = cn === null ? null : readCalendarText(cn, 'cn.yaml', new Map()).calendar
  const changed: Catalog =
    cn === null || read === null
      ? catalog
      : {
          ...catalog,
          calendars: new Map([...catalog.calendars, ['cn', read]]),
          calendarTexts: new Map([...catalog.calendarTexts, ['cn', cn]]),
        }
  return {
    catalog: changed,
    changes,
    reader: createInForceReader(office.database),
    now: async () => office.clock.now,
    begin: async (runId) => void begun.push(runId),
    log: { info: () => {}, warn: (_facts: unknown, said?: string) => void warned.push(said ?? '') },
  }
}

async function inForce(): Promise<readonly string[]> {
  return [...(await createInForceReader(office.database).calendars()).values()].map((row) => `${row.id} ${row.body.version}`)
}

describe('calendars of files', () => {
  it('are in force from the first start on, once, and move nothing', async () => {
    await standCalendars(startWith(null), new AbortController().signal)
    await standCalendars(startWith(null), new AbortController().signal)
    expect(await inForce()).toEqual(['cn 2026.1', 'cn-west 2026.1+2026.1'])
    expect((await office.sql.query('select 1 from calendar_in_force')).rows).toHaveLength(2)
    expect(begun).toEqual([])
  })

  it('of a newer version go the way of an import where appeals are open: a run moves them', async () => {
    const { number } = await office.file()
    expect(await standOnce(startWith(withHoliday('2026.2', '2026-03-06')))).toBe(true)
    expect(await inForce()).toEqual(['cn 2026.2', 'cn-west 2026.2+2026.1'])
    expect(begun).toHaveLength(1)
    expect((await office.get('ada', `/api/appeals/${number}`)).body.clocks[0].dueAt).toBe('2026-03-12T09:30:00.000Z')
    await carry(runDeps(office), begun[0] ?? '')
    expect((await office.get('ada', `/api/appeals/${number}`)).body.clocks[0].dueAt).toBe('2026-03-13T09:30:00.000Z')
    const { body } = await office.get('admin', `/api/admin/changes/${begun[0] ?? ''}`)
    expect([body.state, body.moved, body.confirmedBy, body.reason]).toEqual(['ended', 1, null, '日历文件 2026.2 / calendar file 2026.2'])
  })

  it('that are older than what was imported, as after a step back, change nothing', async () => {
    expect(await standOnce(startWith(null))).toBe(true)
    expect(await inForce()).toEqual(['cn 2026.2', 'cn-west 2026.2+2026.1'])
    expect(begun).toHaveLength(1)
  })

  it('that were changed under their old version change nothing, and the log says so', async () => {
    expect(await standOnce(startWith(withHoliday('2026.2', '2026-03-09')))).toBe(true)
    expect(await inForce()).toEqual(['cn 2026.2', 'cn-west 2026.2+2026.1'])
    expect(warned).toEqual(['a calendar file was changed without a newer version; what is in force stays'])
  })

  it('wait while another change is carried out', async () => {
    const text = withHoliday('2026.3', '2026-03-09')
    const { body } = await office.post('admin', '/api/admin/calendars/preview', { text })
    const run = await office.post('admin', '/api/admin/calendars/imports', { text, reason: '通知', preview: body.digest })
    expect(run.status).toBe(202)
    expect(await standOnce(startWith(withHoliday('2026.4', '2026-03-10')))).toBe(false)
    await carry(runDeps(office), run.body.id)
    expect(await standOnce(startWith(withHoliday('2026.4', '2026-03-10')))).toBe(true)
    expect(await inForce()).toEqual(['cn 2026.4', 'cn-west 2026.4+2026.1'])
  })

  it('are not replaced by a change that stands on another version than the one in force', async () => {
    await carry(runDeps(office), begun.at(-1) ?? '')
    office.deps.inForce.forget()
    const { calendars } = await office.deps.inForce.fresh()
    const cn = calendars.get('cn')
    if (cn === undefined) throw new Error('no calendar cn')
    const before = await inForce()
    const change = calendarChange([{ calendar: { ...cn.calendar, version: '2026.9' }, text: cn.text }], () => 'f'.repeat(64))
    const confirmed = await office.deps.changes.confirm({
      ...change,
      reason: '通知',
      confirmedBy: null,
      at: office.clock.now,
      carry: 'always',
    })
    expect(confirmed).toEqual({ kind: 'stale' })
    expect(await inForce()).toEqual(before)
  })
})
