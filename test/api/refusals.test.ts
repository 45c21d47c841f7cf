import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ActionBody, ClockBody } from './bodies.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

/** Everything that could change by a command of this appeal, and what reached the engine. */
async function traces(id: string): Promise<unknown> {
  const { rows } = await office.sql.query(
    'select (select count(*) from case_event where case_id = $1)::int as events, (select count(*) from case_text where case_id = $1)::int as texts, (select seq from appeal where case_id = $1) as seq',
    [id],
  )
  return { ...rows[0], commands: office.gateway.commands.length }
}

const LATER = '2026-03-20T17:30:00+08:00'

/** Extensions asked for too late that the board shows at the general window of the lake district. */
async function lateOnBoard(): Promise<number> {
  const { windows } = (await office.get('lake', '/api/supervision/board')).body
  const row = windows.find((each: { window: string }) => each.window === 'dist-lake.general.reception')
  return row.marks.lateExtensions
}

describe('a press that the rules refuse is a problem document, and nothing has changed', () => {
  it.each([
    ['a stale version', 'clerk', 'completion', { version: 9, outcome: 'accept', note: 'n' }, 409, 'stale-version', 'version'],
    [
      'an outcome the stage does not have',
      'clerk',
      'completion',
      { version: 1, outcome: 'fly', note: 'n' },
      422,
      'unknown-outcome',
      'outcome',
    ],
    ["another window's task", 'portclerk', 'claim', {}, 403, 'other-window', undefined],
    [
      'a refusal to accept that names no office in charge',
      'clerk',
      'completion',
      { version: 1, outcome: 'not-accepted', reply: 'r' },
      422,
      'office-in-charge-missing',
      'officeInCharge',
    ],
    ['a return without a reason of the list', 'clerk', 'return', { version: 1, reason: 'no-mood', note: 'n' }, 422, 'invalid', 'reason'],
    [
      '"cannot be reached" without evidence',
      'clerk',
      'return',
      { version: 1, reason: 'cannot-be-reached', note: 'n' },
      422,
      'evidence-missing',
      'evidence',
    ],
    ['a pause without an end', 'clerk', 'pause', { version: 1, reason: 'hearing', note: 'n' }, 422, 'invalid', 'until'],
    [
      'a pause that ends in the past',
      'clerk',
      'pause',
      { version: 1, reason: 'hearing', until: '2026-03-01T09:00:00+08:00' },
      422,
      'until-out-of-range',
      'until',
    ],
    [
      'a pause until an instant without zone',
      'clerk',
      'pause',
      { version: 1, reason: 'hearing', until: '2026-03-20T17:30:00' },
      422,
      'invalid',
      'until',
    ],
    [
      'an extension of nothing',
      'clerk',
      'extension-request',
      { version: 1, amount: -2, reason: 'complex-matter' },
      422,
      'amount-invalid',
      'amount',
    ],
    [
      'an extension longer than allowed',
      'clerk',
      'extension-request',
      { version: 1, amount: 99, reason: 'complex-matter' },
      422,
      'extension-too-long',
      'amount',
    ],
    ['a transfer to somebody of another window', 'lead', 'transfer', { version: 1, to: 'schooling' }, 422, 'person-not-in-window', 'to'],
    ['a referral to a window nobody knows', 'clerk', 'referral', { window: 'dist-lake.moon.base' }, 422, 'invalid', 'window'],
    ['a version that is no number', 'clerk', 'completion', { version: '1', outcome: 'accept' }, 422, 'invalid', 'version'],
    ['a note of one megabyte', 'clerk', 'comment', { note: 'x'.repeat(1024 * 1024) }, 413, 'too-large', 'body'],
    ['a blank comment', 'clerk', 'comment', { note: '  ' }, 422, 'invalid', 'note'],
    ['a field the command does not have', 'clerk', 'claim', { status: 'done' }, 422, 'invalid', 'status'],
    ['consent by the lead window', 'clerk', 'consent', {}, 409, 'not-a-co-handler', undefined],
    ['resuming what is not paused', 'clerk', 'resume', {}, 409, 'not-paused', undefined],
  ] as const)('%s', async (_what, who, noun, body, status, code, field) => {
    const appeal = await office.file()
    const before = await traces(appeal.id)
    const answer = await office.post(who, `/api/tasks/${appeal.id}-t1/${noun}`, body)
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([status, code, field])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect([typeof answer.body.detailZh, typeof answer.body.detailEn]).toEqual(['string', 'string'])
    expect(await traces(appeal.id)).toEqual(before)
  })

  it('a second claim shows who has it now', async () => {
    const appeal = await office.file()
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`)
    const answer = await office.post('colleague', `/api/tasks/${appeal.id}-t1/claim`)
    expect([answer.status, answer.body.code]).toEqual([409, 'already-claimed'])
    expect(answer.body.state).toMatchObject({
      id: `${appeal.id}-t1`,
      status: 'claimed',
      version: 3,
      assignee: { id: idOf('clerk'), name: 'Name of clerk' },
    })
  })

  it('a colleague does not complete what another has claimed, but the lead may', async () => {
    const appeal = await office.file()
    const claimed = await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`)
    const body = { version: claimed.body.version, outcome: 'accept' }
    const colleague = await office.post('colleague', `/api/tasks/${appeal.id}-t1/completion`, body)
    expect([colleague.status, colleague.body.code]).toEqual([403, 'other-assignee'])
    expect((await office.post('lead', `/api/tasks/${appeal.id}-t1/completion`, body)).status).toBe(200)
  })

  it('an extension asked after expiry, which is recorded once as overtime, whoever repeats the press', async () => {
    const appeal = await office.file()
    office.clock.now += 20 * 24 * 3_600_000
    try {
      const asked = { version: 1, amount: 3, reason: 'complex-matter', note: 'the school is silent' }
      const ask = (key: string) => office.post('clerk', `/api/tasks/${appeal.id}-t1/extension-request`, asked, key)
      const key = `late-${appeal.id}`
      const recorded = await lateOnBoard()
      for (const answer of [await ask(key), await ask(key), await ask(`${key}-again`)]) {
        expect([answer.status, answer.body.code, answer.body.detailEn]).toEqual([
          409,
          'extension-too-late',
          'An extension is asked before expiry; this one came too late, is refused and recorded as overtime.',
        ])
      }
      const events = (await office.get('lake', `/api/appeals/${appeal.number}/events`)).body.events
      const late = events.filter((event: { type: string }) => event.type === 'ExtensionAskedLate')
      expect(late.map((event: { name: { en: string }; data: { note: unknown } }) => [event.name.en, event.data.note])).toEqual([
        ['extension asked too late', 'the school is silent'],
      ])
      expect(await lateOnBoard()).toBe(recorded + 1)
      const seen = (await office.get('clerk', `/api/tasks/${appeal.id}-t1`)).body
      expect(seen.version).toBe(1)
      expect(
        (await office.get('ada', `/api/appeals/${appeal.number}/events`)).body.events.map((event: { type: string }) => event.type),
      ).not.toContain('ExtensionAskedLate')
    } finally {
      office.clock.now -= 20 * 24 * 3_600_000
    }
  })

  it('an unknown task, and one whose id has no form of an id', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000-t1', 'nonsense', "x'%20or%201=1"]) {
      const answer = await office.post('clerk', `/api/tasks/${id}/claim`)
      expect([id, answer.status, answer.body.code, answer.body.field]).toEqual([id, 404, 'unknown-task', 'id'])
    }
    expect((await office.get('ada', '/api/appeals/HY-2026-999999-9')).status).toBe(404)
  })

  it('sentences come in the language that was asked for', async () => {
    const appeal = await office.file()
    const zh = await office.post('clerk', `/api/tasks/${appeal.id}-t1/resume`).set('Accept-Language', 'zh-CN')
    const en = await office.post('clerk', `/api/tasks/${appeal.id}-t1/resume`).set('Accept-Language', 'en-GB')
    expect([zh.body.detail, en.body.detail]).toEqual(['该任务未中止。', 'The task is not paused.'])
  })
})

describe('one key is one command', () => {
  it('a repeated press does nothing twice, though the version has moved on', async () => {
    const appeal = await office.file()
    const key = randomUUID()
    const press = { version: 1, outcome: 'accept', note: 'once' }
    const first = await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, press, key)
    const before = await traces(appeal.id)
    const again = await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, press, key)
    expect([first.status, again.status, again.body.status]).toEqual([200, 200, 'done'])
    expect(await traces(appeal.id)).toEqual(before)
  })

  it('a press that is older than the state remembers is still known from the log', async () => {
    const appeal = await office.file()
    const key = randomUUID()
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`, {}, key)
    for (let n = 0; n < 70; n += 1) await office.post('clerk', `/api/tasks/${appeal.id}-t1/comment`, { note: `note ${n}` })
    const again = await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`, {}, key)
    expect(again.status).toBe(200)
  })

  it('without a key each press is one of its own', async () => {
    const appeal = await office.file()
    const press = () => office.post('clerk', `/api/tasks/${appeal.id}-t1/comment`, { note: 'hello' }).unset('Idempotency-Key')
    expect([(await press()).status, (await press()).status]).toEqual([200, 200])
    const { rows } = await office.sql.query("select 1 from case_event where case_id = $1 and type = 'CommentAdded'", [appeal.id])
    expect(rows).toHaveLength(2)
  })
})

describe('what a task command answers', () => {
  it('a pause shows no date but what is left, and the until it ends at', async () => {
    const appeal = await office.file()
    const paused = await office.post('clerk', `/api/tasks/${appeal.id}-t1/pause`, {
      version: 1,
      reason: 'hearing',
      until: LATER,
      note: 'hearing on the 20th',
    })
    expect([paused.status, paused.body.status, paused.body.dueAt]).toEqual([200, 'waiting', null])
    const stage = paused.body.clocks.find((clock: ClockBody) => clock.kind === 'stage')
    expect(stage).toMatchObject({ paused: true, dueAt: null, remaining: { amount: 5, unit: 'working-days', exhausted: false } })
    expect(paused.body.actions.map((action: ActionBody) => action.kind)).toContain('ResumeTask')
    const seen = await office.get('ada', `/api/appeals/${appeal.number}`)
    expect(seen.body.pending.pause).toMatchObject({ reason: 'hearing', until: '2026-03-20T09:30:00.000Z' })
    expect(JSON.stringify(seen.body)).not.toContain('hearing on the 20th')
  })
})
