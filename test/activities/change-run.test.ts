import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { WorkflowNotFoundError } from '@temporalio/client'
import type { ChangeRunDeps } from '../../activities/change/change-run.ts'
import type { CommandOutcome } from '../../activities/give-command.ts'
import { refuse } from '../../domain/case/refusal.ts'
import { createChangeCaseStore } from '../../prisma/stores/change-case-store.ts'
import { carry, runDeps, withHoliday } from '../api/change-office.ts'
import { type ApiOffice, anApiOffice } from '../api/office.ts'

/** Three appeals of two experts; each test brings a newer calendar to them. */
let office: ApiOffice
let numbers: readonly string[]
let minor = 1
beforeAll(async () => {
  office = await anApiOffice()
  numbers = [(await office.file()).number, (await office.file('bo')).number, (await office.file('bo')).number]
}, 240_000)
afterAll(() => office?.close())

let runId: string
let text: string
beforeEach(async () => {
  minor += 1
  // One working day less, then one more, so that each version moves the dates.
  text = withHoliday(`2026.${minor}`, minor % 2 === 0 ? '2026-03-06' : '2026-09-01')
  const seen = await office.post('admin', '/api/admin/calendars/preview', { text })
  const begun = await office.post('admin', '/api/admin/calendars/imports', { text, reason: '通知', preview: seen.body.digest })
  expect(begun.status).toBe(202)
  runId = begun.body.id
})

interface Progress {
  readonly [figure: string]: unknown
}

async function progress(): Promise<Progress> {
  return (await office.get('admin', `/api/admin/changes/${runId}`)).body
}

/** How often each appeal took a calendar in this test. */
async function taken(): Promise<readonly number[]> {
  const { rows } = await office.sql.query<{ n: number }>(
    `select (select count(*)::integer from case_event e where e.case_id = i.id and e.command_id = $1 and e.type = 'CalendarReplaced') as n
       from intake i where i.number = any ($2) order by i.number`,
    [`${runId}:cn`, numbers],
  )
  return rows.map((row) => row.n)
}

/** The engine of the office, of which a test spoils some calls; `call` counts from 1. */
function spoilt(spoil: (call: number, caseId: string) => Promise<void>): ChangeRunDeps {
  const deps = runDeps(office)
  let calls = 0
  return {
    ...deps,
    engine: {
      command: async (caseId, command) => {
        calls += 1
        await spoil(calls, caseId)
        return deps.engine.command(caseId, command)
      },
    },
  }
}

const killed = new Error('killed')

describe('a change of the calendar', () => {
  it('reaches each open appeal once, also when it is carried out twice', async () => {
    await carry(runDeps(office), runId)
    await carry(runDeps(office), runId)
    expect(await taken()).toEqual([1, 1, 1])
    expect(await progress()).toMatchObject({ state: 'ended', total: 3, done: 3, moved: 3 })
  })

  it('goes on where a kill cut it off: between appeals, and after an appeal took it but before that was noted', async () => {
    const cut = spoilt(async (call) => {
      if (call === 2) throw killed
    })
    await expect(carry(cut, runId)).rejects.toThrow('killed')
    const unnoted = runDeps(office)
    const lost = { ...unnoted, tables: { ...unnoted.tables, settle: () => Promise.reject(killed) } }
    await expect(carry(lost, runId)).rejects.toThrow('killed')
    expect(await progress()).toMatchObject({ state: 'running' })
    await carry(runDeps(office), runId)
    expect(await taken()).toEqual([1, 1, 1])
    expect(await progress()).toMatchObject({ state: 'ended', total: 3, moved: 3, failed: 0 })
  })

  it('stops when the worker stops, and leaves the rest to the next try', async () => {
    const stop = new AbortController()
    const stopping = spoilt(async () => stop.abort())
    await carry(stopping, runId, stop.signal)
    expect(await progress()).toMatchObject({ state: 'running' })
    await carry(runDeps(office), runId)
    expect(await taken()).toEqual([1, 1, 1])
  })

  it('does not end before the engine is back', async () => {
    office.gateway.away = true
    await expect(carry(runDeps(office), runId)).rejects.toThrow('the engine is away')
    office.gateway.away = false
    expect(await progress()).toMatchObject({ state: 'running', done: 0, total: 3 })
    await carry(runDeps(office), runId)
    expect(await progress()).toMatchObject({ state: 'ended', moved: 3 })
  })

  it('leaves an appeal whose workflow is missing aside, names it, and takes it when it is gone on with', async () => {
    const missing = spoilt(async (call) => {
      if (call === 1) throw new WorkflowNotFoundError('none', 'appeal', undefined)
    })
    await carry(missing, runId)
    const seen = await progress()
    expect(seen).toMatchObject({ state: 'ended-with-failures', total: 3, moved: 2, failed: 1 })
    expect(seen['leftovers']).toEqual([{ number: expect.any(String), state: 'failed', detail: 'no-workflow' }])
    expect((await office.post('admin', `/api/admin/changes/${runId}/resumption`)).body.state).toBe('running')
    await carry(runDeps(office), runId)
    expect(await taken()).toEqual([1, 1, 1])
    expect(await progress()).toMatchObject({ state: 'ended', moved: 3, failed: 0 })
  })

  it('counts an appeal that was over before its turn, and names one whose rules refuse it', async () => {
    const answers: CommandOutcome[] = [{ kind: 'ended' }, { kind: 'refused', refusal: refuse('calendar-unknown') }]
    const deps = runDeps(office)
    const engine: ChangeRunDeps['engine'] = {
      command: async (caseId, command) => answers.shift() ?? deps.engine.command(caseId, command),
    }
    await carry({ ...deps, engine }, runId)
    const seen = await progress()
    expect(seen).toMatchObject({ state: 'ended', total: 3, done: 3, moved: 1, ended: 1, refused: 1, failed: 0 })
    expect(seen['leftovers']).toEqual([{ number: expect.any(String), state: 'refused', detail: 'calendar-unknown' }])
    // The next test begins with all three on one version again.
    await office.sql.query(`update change_run set ended_at = null where id = $1`, [runId])
    await office.sql.query(`update change_case set state = 'pending' where run_id = $1`, [runId])
    await carry(deps, runId)
    expect(await taken()).toEqual([1, 1, 1])
  })

  it('finds what was filed on the earlier calendar while it was under way', async () => {
    let filed = ''
    const deps = runDeps(office)
    const filing = spoilt(async (call) => {
      if (call !== 1) return
      filed = (await office.file('ada')).number
      // Another process filed it with the calendar that it had read a moment before.
      await office.sql.query(
        `update intake set calendar_digests = (select calendar_digests from intake where number = $1) where number = $2`,
        [numbers[0], filed],
      )
    })
    await carry({ ...filing, realNow: deps.realNow }, runId)
    expect(await progress()).toMatchObject({ state: 'ended', total: 4, done: 4 })
    const { rows } = await office.sql.query(
      `select 1 from change_case c join intake i on i.id = c.case_id where c.run_id = $1 and i.number = $2`,
      [runId, filed],
    )
    expect(rows).toHaveLength(1)
  })

  it('is not over while a filing on the earlier calendar may still come', async () => {
    const start = Date.now()
    let pauses = 0
    const deps = {
      ...runDeps(office),
      realNow: () => start + pauses * 4_000,
      pause: async () => {
        pauses += 1
      },
    }
    await carry(deps, runId)
    expect(pauses).toBeGreaterThanOrEqual(2)
    expect(await progress()).toMatchObject({ state: 'ended' })
  })

  it('leaves an appeal that has ended alone', async () => {
    const [first] = numbers
    await office.sql.query(`update appeal set status = 'ended' where number = $1`, [first])
    await carry(runDeps(office), runId)
    await office.sql.query(`update appeal set status = 'open' where number = $1`, [first])
    expect(await taken()).toEqual([0, 1, 1])
  })

  it('is known to have appeals that gave no answer, from five minutes after its end on', async () => {
    const { unanswered } = createChangeCaseStore(office.database)
    await carry(runDeps(office), runId)
    const age = (interval: string) =>
      office.sql.query(`update change_run set ended_at = now() - $2::interval where id = $1`, [runId, interval])
    await age('6 minutes')
    expect(await unanswered()).toEqual([])
    await office.sql.query(
      `update change_case set state = 'failed', detail = 'no-answer'
        where run_id = $1 and case_id = (select id from intake where number = $2)`,
      [runId, numbers[0]],
    )
    expect(await unanswered()).toEqual([runId])
    await age('4 minutes')
    expect(await unanswered()).toEqual([])
  })
})
