import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Fault } from '../../api/gateway.ts'
import type { AppealBody } from './bodies.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(() => office?.close())

async function filed(count: number): Promise<readonly AppealBody[]> {
  const appeals: AppealBody[] = []
  for (let n = 0; n < count; n += 1) appeals.push(await office.file(n % 2 === 0 ? 'ada' : 'bo'))
  return appeals
}
const tasksOf = (appeals: readonly AppealBody[]): readonly { id: string }[] => appeals.map((appeal) => ({ id: `${appeal.id}-t1` }))
const states = (body: { results: readonly { state: string; problem: { code: string } | null }[] }): unknown =>
  body.results.map((row) => row.problem?.code ?? row.state)

describe('one command on many tasks', () => {
  it('takes effect on each that the rules allow, and says why not of each of the others', async () => {
    const appeals = await filed(3)
    await office.post('colleague', `/api/tasks/${appeals[1]?.id}-t1/claim`)
    const { body, status } = await office.post('clerk', '/api/bulk', { command: 'ClaimTask', tasks: tasksOf(appeals) })
    expect(status).toBe(200)
    expect(body).toMatchObject({ command: 'ClaimTask', total: 3, finished: true, beyond: false })
    expect(states(body)).toEqual(['done', 'already-claimed', 'done'])
    expect(body.results.map((row: { number: string }) => row.number)).toEqual(appeals.map((appeal) => appeal.number))
    expect(body.results[1].problem.en).not.toBe('')
    const after = await office.get('clerk', `/api/tasks/${appeals[0]?.id}-t1`)
    expect(after.body.assignee.id).toBe(idOf('clerk'))
  })

  it('means the same under the same key, and is refused under a key that came with another', async () => {
    const appeals = await filed(2)
    const asked = { command: 'CommentOnTask', body: { note: 'seen' }, tasks: tasksOf(appeals) }
    const once = await office.post('clerk', '/api/bulk', asked, 'bulk-1')
    const again = await office.post('clerk', '/api/bulk', asked, 'bulk-1')
    expect(again.body).toEqual(once.body)
    const { body } = await office.get('clerk', `/api/appeals/${appeals[0]?.number}/events`)
    expect(body.events.filter((event: { type: string }) => event.type === 'CommentAdded')).toHaveLength(1)
    const other = await office.post('clerk', '/api/bulk', { ...asked, body: { note: 'other' } }, 'bulk-1')
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    expect((await office.post('colleague', '/api/bulk', asked, 'bulk-1')).body.id).not.toBe(once.body.id)
  })

  it('erases its words when nothing is left to do', async () => {
    const { rows } = await office.sql.query<{ n: number }>('select count(*)::int as n from bulk_press where body is not null')
    expect(rows[0]?.n).toBe(0)
  })

  it('goes by the version each row was seen in', async () => {
    const [appeal] = await filed(1)
    const task = { id: `${appeal?.id}-t1`, version: 1 }
    await office.post('clerk', `/api/tasks/${task.id}/claim`)
    const body = { to: 'colleague' }
    expect(states((await office.post('clerk', '/api/bulk', { command: 'TransferTask', body, tasks: [task] })).body)).toEqual([
      'stale-version',
    ])
    expect(states((await office.post('clerk', '/api/bulk', { command: 'TransferTask', body, tasks: [{ id: task.id }] })).body)).toEqual([
      'done',
    ])
  })

  it('on all that match is worked out by the server, within the windows of the person', async () => {
    const appeals = await filed(2)
    const filter = { view: 'unclaimed', q: appeals[1]?.number }
    const { body } = await office.post('clerk', '/api/bulk', { command: 'ClaimTask', filter })
    expect(body.results.map((row: { number: string; state: string }) => [row.number, row.state])).toEqual([[appeals[1]?.number, 'done']])
    const foreign = await office.post('portclerk', '/api/bulk', { command: 'ClaimTask', filter })
    expect(foreign.body).toMatchObject({ total: 0, finished: true, results: [] })
    const window = await office.post('portclerk', '/api/bulk', {
      command: 'ClaimTask',
      filter: { view: 'unclaimed', window: 'dist-lake.general.reception' },
    })
    expect(window.body.code).toBe('not-in-scope')
  })

  it('tells nobody the number of an appeal outside their windows', async () => {
    const appeals = await filed(1)
    const { body } = await office.post('portclerk', '/api/bulk', { command: 'ClaimTask', tasks: tasksOf(appeals) })
    expect(body.results).toEqual([
      { target: `${appeals[0]?.id}-t1`, number: '', state: 'refused', problem: expect.objectContaining({ code: 'other-window' }) },
    ])
  })

  it('goes on where it was cut off by a part that was away, and does nothing twice', async () => {
    const appeals = await filed(6)
    const asked = { command: 'CommentOnTask', body: { note: 'cut off' }, tasks: tasksOf(appeals) }
    const real = office.gateway.command.bind(office.gateway)
    let calls = 0
    office.gateway.command = async (caseId, command) => {
      calls += 1
      if (calls > 2) throw new Fault('unavailable', 'away')
      return real(caseId, command)
    }
    const cut = await office.post('clerk', '/api/bulk', asked, 'cut')
    office.gateway.command = real
    expect([cut.status, cut.body.finished]).toEqual([200, false])
    const stranger = await office.post('colleague', `/api/bulk/${cut.body.id}/continuation`)
    expect(stranger.body.code).toBe('unknown-press')
    const rest = await office.post('clerk', `/api/bulk/${cut.body.id}/continuation`)
    expect(rest.body).toMatchObject({ finished: true, total: 6 })
    expect(states(rest.body)).toEqual(['done', 'done', 'done', 'done', 'done', 'done'])
    for (const { number } of appeals) {
      const { body } = await office.get('clerk', `/api/appeals/${number}/events`)
      expect(body.events.filter((event: { type: string }) => event.type === 'CommentAdded')).toHaveLength(1)
    }
  })
})

describe('one command on many appeals', () => {
  it('is given by number, each appeal once', async () => {
    const appeals = await filed(2)
    const numbers = appeals.map((appeal) => appeal.number)
    const body = { result: 'explained', reply: 'It is so.' }
    const asked = { command: 'CloseByOrder', body, appeals: numbers }
    expect((await office.post('clerk', '/api/bulk', asked)).body.code).toBe('role-missing')
    expect(states((await office.post('port', '/api/bulk', asked)).body)).toEqual(['not-permitted', 'not-permitted'])
    expect(states((await office.post('lake', '/api/bulk', asked)).body)).toEqual(['done', 'done'])
  })
})

describe('what is no press on many', () => {
  it.each([
    [{ command: 'Tick', tasks: [{ id: 'x' }] }, 'command'],
    [{ command: 'ClaimTask' }, 'tasks'],
    [{ command: 'ClaimTask', tasks: [{ id: 'x' }], filter: { view: 'mine' } }, 'tasks'],
    [{ command: 'ClaimTask', appeals: ['HY-1'] }, 'appeals'],
    [{ command: 'ClaimTask', body: { version: 1 }, tasks: [{ id: 'x' }] }, 'body.version'],
    [{ command: 'PauseTask', body: { reason: 'sleep', until: '2026-03-20' }, tasks: [{ id: 'x' }] }, 'body.reason'],
    [{ command: 'ClaimTask', tasks: Array.from({ length: 501 }, () => ({ id: 'x' })) }, 'tasks'],
  ])('%j names its fault', async (asked, field) => {
    const { status, body } = await office.post('clerk', '/api/bulk', asked)
    expect([status, body.field]).toEqual([422, field])
  })
})
