import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

const eventsOf = async (id: string): Promise<number> =>
  (await office.sql.query('select 1 from case_event where case_id = $1', [id])).rows.length

describe('a key that was used for something else', () => {
  it('is refused with another body or another press, and nothing is done', async () => {
    const appeal = await office.file()
    const key = randomUUID()
    const comment = `/api/tasks/${appeal.id}-t1/comment`
    expect((await office.post('clerk', comment, { note: 'one' }, key)).status).toBe(200)
    const before = await eventsOf(appeal.id)
    for (const [noun, body] of [
      ['comment', { note: 'two' }],
      ['pause', { version: 1, reason: 'hearing', until: '2026-03-20T17:30:00+08:00' }],
      ['completion', { version: 1, outcome: 'accept' }],
      ['completion', { version: 1, outcome: 'no-such-outcome' }],
    ] as const) {
      const answer = await office.post('clerk', `/api/tasks/${appeal.id}-t1/${noun}`, body, key)
      expect([noun, answer.status, answer.body.code, answer.body.field]).toEqual([noun, 422, 'key-reused', 'Idempotency-Key'])
    }
    expect(await eventsOf(appeal.id)).toBe(before)
    expect((await office.post('clerk', comment, { note: 'one' }, key)).status).toBe(200)
    expect(await eventsOf(appeal.id)).toBe(before)
    expect((await office.post('lead', comment, { note: 'two' }, key)).status).toBe(200)
  })

  it('is refused on the appeal that was filed under it', async () => {
    const key = randomUUID()
    const { status, body } = await office.post('ada', '/api/appeals', { ...SCHOOLING, confirmDuplicate: true }, key)
    expect(status).toBe(201)
    const answer = await office.post('ada', `/api/appeals/${body.number}/withdrawal`, {}, key)
    expect([answer.status, answer.body.code]).toEqual([422, 'key-reused'])
    expect((await office.get('ada', `/api/appeals/${body.number}`)).body.status).toBe('open')
  })

  it('is known from the log where the state has forgotten it', async () => {
    const appeal = await office.file()
    const key = randomUUID()
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`, {}, key)
    for (let n = 0; n < 70; n += 1) await office.post('clerk', `/api/tasks/${appeal.id}-t1/comment`, { note: `note ${n}` })
    const other = await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 2, outcome: 'fly' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  })
})

describe('who may not press learns nothing of people and windows', () => {
  it.each([
    ['transfer', { version: 1, to: 'nobody' }],
    ['delegation', { to: 'clerk' }],
    ['referral', { window: 'nowhere' }],
    ['co-handling-request', { window: 'nowhere' }],
  ])('a %s is refused before the names in it are looked up', async (noun, body) => {
    const appeal = await office.file()
    const answer = await office.post('portclerk', `/api/tasks/${appeal.id}-t1/${noun}`, body)
    expect([answer.status, answer.body.code]).toEqual([403, 'other-window'])
  })

  it('a task with the name of something that every object has is no task', async () => {
    const appeal = await office.file()
    for (const taskId of ['constructor', '__proto__', 'toString']) {
      const answer = await office.post('lake', `/api/appeals/${appeal.number}/reassignment`, { taskId, to: 'clerk' })
      expect([taskId, answer.status, answer.body.code]).toEqual([taskId, 404, 'unknown-task'])
    }
  })
})
