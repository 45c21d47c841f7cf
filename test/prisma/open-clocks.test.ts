import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { previewCalendars } from '../../api/changes/preview.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { createOpenClockReader, type OpenClockReader } from '../../prisma/readers/open-clock-reader.ts'
import { anOffice, type Office, THURSDAY_10 } from './office.ts'

let office: Office
let reader: OpenClockReader
let cases: readonly string[]
beforeAll(async () => {
  office = await anOffice()
  reader = createOpenClockReader(office.db)
  const ids: string[] = []
  for (let n = 0; n < 4; n += 1) ids.push((await office.file()).start.caseId)
  cases = ids.sort()
}, 240_000)
afterAll(() => office?.close())

function newer(): Calendar {
  const calendar = office.catalog.calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  return { ...calendar, version: '2026.2', holidays: { ...calendar.holidays, '2026-03-06': { zh: '假', en: 'off' } } }
}

const changes = (): { before: ReadonlyMap<string, Calendar>; after: ReadonlyMap<string, Calendar> } => {
  const cn = office.catalog.calendars.get('cn')
  return { before: new Map(cn ? [['cn', cn]] : []), after: new Map([['cn', newer()]]) }
}

async function running(): Promise<readonly string[]> {
  const { rows } = await office.sql.query<{ id: string }>(
    `select case_id || ' ' || clock_id as id from clock where stopped_at is null order by case_id, clock_id`,
  )
  return rows.map((row) => row.id)
}

describe('the clocks of open appeals', () => {
  it.each([4, 5, 7, 100])('are read once each, whole appeals at a time, in pages of %i', async (limit) => {
    const seen: string[] = []
    const pages: string[][] = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<OpenClockReader['page']>> = await reader.page(['cn'], after, limit)
      seen.push(...page.clocks.map((clock) => `${clock.caseId} ${clock.clockId}`))
      pages.push([...new Set(page.clocks.map((clock) => clock.caseId))])
      after = page.next
      if (after === null) break
    }
    expect(seen).toEqual(await running())
    expect(pages.flat()).toEqual(cases)
  })

  it('come with their ledger and the ladder of their item', async () => {
    const { clocks } = await reader.page(['cn'], null, 100)
    const acceptance = clocks.find((clock) => clock.kind === 'acceptance')
    expect(acceptance?.facts).toEqual({
      budget: { amount: 5, unit: 'working-days' },
      startedAt: THURSDAY_10,
      pauses: [],
      extensions: [],
      endsAt: 'close',
    })
    expect(acceptance?.ladder.length).toBeGreaterThan(0)
  })

  it('of an ended appeal, and of another calendar, are left out', async () => {
    await office.sql.query(`update appeal set status = 'ended' where case_id = $1`, [cases[0]])
    const { clocks } = await reader.page(['cn'], null, 100)
    await office.sql.query(`update appeal set status = 'open' where case_id = $1`, [cases[0]])
    expect([...new Set(clocks.map((clock) => clock.caseId))]).toEqual(cases.slice(1))
    expect((await reader.page(['cn-west'], null, 100)).clocks).toEqual([])
  })
})

describe('a preview', () => {
  it('in parts adds up to the whole, and each part says where the next begins', async () => {
    const deps = { openClocks: reader, cases: office.cases, realNow: Date.now }
    const whole = await previewCalendars(deps, changes(), { now: THURSDAY_10, after: null })
    expect([whole.next, whole.tally.appeals, whole.tally.gaining, whole.tally.clocksMoved]).toEqual([null, 4, 4, 8])
    const rest = await previewCalendars(deps, changes(), { now: THURSDAY_10, after: cases[1] ?? null, forMs: 0 })
    expect([rest.tally.appeals, rest.tally.first.length]).toEqual([2, 2])
  })

  it('reads clocks that an earlier release wrote without their ledger from the log', async () => {
    await office.sql.query('update clock set facts = null')
    const deps = { openClocks: reader, cases: office.cases, realNow: Date.now }
    const { tally } = await previewCalendars(deps, changes(), { now: THURSDAY_10, after: null })
    expect([tally.appeals, tally.gaining, tally.clocksMoved]).toEqual([4, 4, 8])
  })
})
