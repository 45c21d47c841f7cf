import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { EventBody, MessageBody } from './bodies.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf } from './people.ts'

const TYPED = '湖滨区税务局（张三经办，电话 555-0100）'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

interface Stored {
  readonly texts: number
  /** Everything of the case that is folded, sent or kept by the engine. */
  readonly said: string
}

/** What the database and the engine hold of an appeal, outside the table of texts. */
async function stored(id: string): Promise<Stored> {
  const ask = async (query: string): Promise<readonly unknown[]> => (await office.sql.query(query, [id])).rows
  const texts = await ask('select id from case_text where case_id = $1')
  const said = [
    await ask('select * from case_event where case_id = $1'),
    await ask('select * from appeal where case_id = $1'),
    await ask('select * from task where case_id = $1'),
    await ask('select * from clock where case_id = $1'),
    await ask('select * from case_order where case_id = $1'),
    await ask('select params from notice where case_id = $1'),
    await office.deps.cases.load(id),
    office.gateway.commands,
  ]
  return { texts: texts.length, said: JSON.stringify(said) }
}

describe('the office in charge that a refusal to accept names', () => {
  it('is stored as a text; command, event, state, row and mail carry its id', async () => {
    const { id } = await office.file()
    const press = { version: 1, outcome: 'not-accepted', reply: 'not ours', officeInCharge: TYPED }
    expect((await office.post('clerk', `/api/tasks/${id}-t1/completion`, press)).status).toBe(200)
    const { rows } = await office.sql.query(
      "select id, body, sha256, author_id from case_text where case_id = $1 and kind = 'office-in-charge'",
      [id],
    )
    const hash = createHash('sha256').update(TYPED).digest('hex')
    expect(rows).toEqual([{ id: expect.any(String), body: TYPED, sha256: hash, author_id: idOf('clerk') }])
    const text = { id: rows[0].id, hash }
    expect(office.gateway.commands.at(-1)?.data).toMatchObject({ officeInCharge: text })
    expect((await office.deps.cases.load(id))?.closed).toMatchObject({ result: 'not-accepted', officeInCharge: text })
    const closed = await office.sql.query(
      "select body::jsonb -> 'data' -> 'officeInCharge' as told from case_event where case_id = $1 and type = 'AppealClosed'",
      [id],
    )
    expect(closed.rows).toEqual([{ told: text }])
    const row = await office.sql.query('select office_in_charge_text_id from appeal where case_id = $1', [id])
    expect(row.rows).toEqual([{ office_in_charge_text_id: text.id }])
    const mail = await office.sql.query(
      "select params ->> 'officeInChargeTextId' as text from notice where case_id = $1 and kind = 'closed'",
      [id],
    )
    expect(mail.rows[0]).toEqual({ text: text.id })
    expect((await stored(id)).said).not.toContain('税务局')
  })

  it('is read by the expert and the offices in the appeal, in lists and in the history, and is no message', async () => {
    const { id, number } = await office.file()
    const press = { result: 'not-accepted', reply: 'not ours', officeInCharge: `  ${TYPED} ` }
    const answer = await office.post('lake', `/api/appeals/${number}/closing`, press)
    expect([answer.status, answer.body.result, answer.body.officeInCharge]).toEqual([200, 'not-accepted', TYPED])
    for (const who of ['ada', 'lake'] as const) {
      const detail = await office.get(who, `/api/appeals/${number}`)
      expect([who, detail.body.officeInCharge]).toEqual([who, TYPED])
      expect(detail.body.messages.map((message: MessageBody) => message.text)).toEqual(['not ours'])
      const list = await office.get(who, '/api/appeals')
      expect(list.body.appeals.find((each: { id: string }) => each.id === id)).toMatchObject({ officeInCharge: TYPED })
      const { body } = await office.get(who, `/api/appeals/${number}/events`)
      const closed = body.events.find((event: EventBody) => event.type === 'AppealClosed')
      expect(closed.data).toMatchObject({ officeInCharge: TYPED, reply: 'not ours' })
    }
    expect((await stored(id)).said).not.toContain('税务局')
  })

  it('is null where none is named, and a blank one is refused', async () => {
    const { id, number } = await office.file()
    const before = await stored(id)
    const blank = await office.post('lake', `/api/appeals/${number}/closing`, { result: 'not-accepted', officeInCharge: '  ' })
    expect([blank.status, blank.body.field]).toEqual([422, 'officeInCharge'])
    expect(await stored(id)).toEqual(before)
    const closed = await office.post('lake', `/api/appeals/${number}/closing`, { result: 'explained', reply: 'so' })
    expect([closed.status, closed.body.officeInCharge]).toEqual([200, null])
  })
})

describe('what a person types', () => {
  it('reaches no event and no command, whichever field it is typed into, nor does the key of the press', async () => {
    const { id, number } = await office.file()
    const task = `/api/tasks/${id}-t1`
    const typed = (field: string): string => `typed-${field}`
    const presses = [
      await office.post('clerk', `${task}/claim`, {}, 'typed-key-1'),
      await office.post('clerk', `${task}/comment`, { note: typed('comment') }, 'typed-key-2'),
      await office.post('lake', `${task}/order`, { order: 'urge', note: typed('order') }),
      await office.post('clerk', `/api/appeals/${number}/order-answer`, { answer: typed('order-answer') }),
      await office.post('ada', `/api/appeals/${number}/urge`, { note: typed('urge') }),
      await office.post('clerk', `${task}/question`, { question: typed('question') }),
      await office.post('ada', `/api/appeals/${number}/answer`, { answer: typed('answer') }),
      await office.post('clerk', `${task}/transfer`, { version: await versionOf(task), to: 'colleague' }),
      await office.post('lake', `${task}/reassignment`, { to: 'clerk', reason: typed('reassignment') }),
      await office.post('clerk', `${task}/extension-request`, {
        version: await versionOf(task),
        amount: 2,
        reason: 'complex-matter',
        note: typed('extension'),
      }),
      await office.post('ada', `/api/appeals/${number}/withdrawal`, { reason: typed('withdrawal') }),
    ]
    expect(presses.map((answer) => answer.status)).toEqual(presses.map(() => 200))
    const { said, texts } = await stored(id)
    expect(texts).toBe(9)
    expect(said).not.toContain('typed-')
    expect(said).toContain(idOf('colleague'))
    expect(said).not.toContain('"colleague"')
  })

  it.each([
    ['clerk', 'tasks', 'completion', { version: 1, outcome: 'typed-code' }],
    ['clerk', 'tasks', 'co-handling-request', { window: 'typed-code' }],
    ['clerk', 'tasks', 'referral', { window: 'typed-code' }],
    ['clerk', 'tasks', 'deficiency-notice', { materials: ['typed-code'] }],
    ['clerk', 'tasks', 'provisional-acceptance', { promised: ['typed-code'] }],
    ['clerk', 'tasks', 'pause', { version: 1, reason: 'typed-code', until: '2026-03-20' }],
    ['clerk', 'tasks', 'extension-request', { version: 1, amount: 1, reason: 'typed-code' }],
    ['lake', 'tasks', 'reassignment', { to: 'typed-code' }],
    ['lake', 'tasks', 'reassignment', { window: 'typed-code' }],
    ['lake', 'tasks', 'order', { order: 'typed-code' }],
    ['ada', 'appeals', 'supplement', { materials: ['typed-code'] }],
    ['ada', 'appeals', 'answer', { questionId: 'typed-code', answer: 'a' }],
    ['clerk', 'appeals', 'order-answer', { orderId: 'typed-code', answer: 'a' }],
    ['head', 'appeals', 'extension-decision', { requestId: 'typed-code', granted: true }],
    ['lake', 'appeals', 'arbitration', { window: 'typed-code' }],
    ['lake', 'appeals', 'closing', { result: 'typed-code' }],
  ] as const)(
    'as a code that is on no list, by %s in %s/:id/%s %j, is refused before anything is stored',
    async (who, place, noun, body) => {
      const { id, number } = await office.file()
      const before = await stored(id)
      const answer = await office.post(who, place === 'tasks' ? `/api/tasks/${id}-t1/${noun}` : `/api/appeals/${number}/${noun}`, body)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(await stored(id)).toEqual(before)
    },
  )
})

async function versionOf(task: string): Promise<number> {
  return (await office.get('lead', task)).body.version
}
