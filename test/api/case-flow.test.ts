import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ActionBody, ClockBody, EventBody, FormBody, MessageBody, OutcomeBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

describe('filing an appeal', () => {
  it('answers its number, its first task at the window of the district, its clocks and what the expert may do', async () => {
    const answer = await office.post('ada', '/api/appeals', SCHOOLING)
    expect(answer.status).toBe(201)
    expect(answer.body.number).toMatch(/^HY-2026-\d{6}-\d$/)
    expect(answer.headers['location']).toBe(`/api/appeals/${answer.body.number}`)
    expect(answer.body).toMatchObject({ status: 'open', stage: 'reception', window: 'dist-lake.general.reception', colour: 'green' })
    expect(answer.body.tasks).toEqual([
      expect.objectContaining({
        id: `${answer.body.id}-t1`,
        window: 'dist-lake.general.reception',
        status: 'dispatched',
        assignee: null,
        actions: [],
      }),
    ])
    // Five working days after Thursday 5 March 2026, at close of business.
    expect(answer.body.tasks[0].dueAt).toBe('2026-03-12T09:30:00.000Z')
    expect(answer.body.actions.map((action: ActionBody) => action.kind)).toEqual(expect.arrayContaining(['UrgeAppeal', 'WithdrawAppeal']))
    expect(answer.body.clocks.map((clock: ClockBody) => clock.kind)).not.toContain('sign')
    await office.post('ada', `/api/appeals/${answer.body.number}/withdrawal`)
  })
})

describe('working an appeal', () => {
  it('goes from reception through the windows to the close, and everybody sees their part', async () => {
    const appeal = await office.file()
    const first = `/api/tasks/${appeal.id}-t1`
    const seen = await office.get('clerk', first)
    expect([seen.status, seen.body.version, seen.body.window]).toEqual([200, 1, 'dist-lake.general.reception'])
    expect(
      seen.body.outcomes.map((outcome: OutcomeBody) => [
        outcome.code,
        outcome.leadsTo.kind,
        outcome.leadsTo.stage ?? outcome.leadsTo.result,
      ]),
    ).toEqual([
      ['accept', 'stage', 'matching'],
      ['not-accepted', 'close', 'not-accepted'],
      ['explain', 'close', 'explained'],
    ])
    expect(seen.body.actions.find((action: ActionBody) => action.kind === 'ClaimTask')).toMatchObject({
      method: 'POST',
      href: `${first}/claim`,
    })
    expect(seen.body.form.find((answer: FormBody) => answer.code === 'childName').value).toBe('林小雨')

    const claimed = await office.post('clerk', `${first}/claim`)
    expect([claimed.status, claimed.body.status, claimed.body.assignee]).toEqual([
      200,
      'claimed',
      { id: idOf('clerk'), name: 'Name of clerk' },
    ])
    const done = await office.post('clerk', `${first}/completion`, {
      version: claimed.body.version,
      outcome: 'accept',
      reply: 'We accept your appeal.',
      note: 'papers are fine',
    })
    expect([done.status, done.body.status, done.body.appeal.stage]).toEqual([200, 'done', 'matching'])
    expect(done.body.appeal.openTasks).toEqual([
      {
        id: `${appeal.id}-t2`,
        role: 'lead',
        stage: 'matching',
        window: 'dist-lake.education.schooling',
        status: 'dispatched',
        version: 1,
      },
    ])

    const now = await office.get('ada', `/api/appeals/${appeal.number}`)
    expect([now.status, now.body.stage, now.body.tasks.length]).toEqual([200, 'matching', 2])
    expect(now.body.tasks[1]).toMatchObject({ window: 'dist-lake.education.schooling', status: 'dispatched', assignee: null })
    expect(now.body.messages.map((message: MessageBody) => message.text)).toEqual(['We accept your appeal.'])
    const staffSees = await office.get('schooling', `/api/tasks/${appeal.id}-t2`)
    expect(staffSees.body.messages.map((message: MessageBody) => message.text)).toEqual(['We accept your appeal.', 'papers are fine'])

    const second = `/api/tasks/${appeal.id}-t2`
    const closing = staffSees.body.outcomes.find((outcome: OutcomeBody) => outcome.leadsTo.kind === 'close') ?? staffSees.body.outcomes[0]
    const finished = await office.post('schooling', `${second}/completion`, { version: 1, outcome: closing.code, reply: 'Settled.' })
    expect(finished.status).toBe(200)
  })

  it('tells the expert nothing of staff, notes or conditions, and the supervisor all', async () => {
    const appeal = await office.file()
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/comment`, { note: 'call him tomorrow' })
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, {
      version: 1,
      outcome: 'accept',
      note: 'internal',
      reply: 'for you',
    })
    const forExpert = await office.get('ada', `/api/appeals/${appeal.number}/events`)
    expect(forExpert.status).toBe(200)
    const text = JSON.stringify(forExpert.body)
    expect(text).not.toContain('internal')
    expect(text).not.toContain('call him')
    expect(text).not.toContain(idOf('clerk'))
    expect(text).not.toContain('Name of clerk')
    expect(text).toContain('for you')
    expect(forExpert.body.events.map((event: EventBody) => event.type)).not.toContain('TaskClaimed')
    const forSupervisor = await office.get('lake', `/api/appeals/${appeal.number}/events`)
    const types = forSupervisor.body.events.map((event: EventBody) => event.type)
    expect(types).toEqual(expect.arrayContaining(['CommentAdded', 'TaskClaimed', 'TaskCompleted']))
    const completed = forSupervisor.body.events.find((event: EventBody) => event.type === 'TaskCompleted')
    expect(completed).toMatchObject({
      actor: { kind: 'staff', id: idOf('clerk'), name: 'Name of clerk' },
      task: { stage: 'reception' },
      data: { outcome: 'accept', reply: 'for you', note: 'internal' },
    })
    expect(forSupervisor.body.events.map((event: EventBody) => event.seq)).toEqual(
      forSupervisor.body.events.map((_: unknown, index: number) => index + 1),
    )
  })
})
