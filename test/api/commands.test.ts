import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type request from 'supertest'
import { CASE_COMMANDS, TASK_COMMANDS } from '../../api/commands/table.ts'
import type { AppealBody, TaskBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import { idOf, type Name } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

/** Presses and expects that it is done; answers the body. */
async function done<B>(test: request.Test): Promise<B> {
  const answer = await test
  expect([answer.request.url.replace(/^.*\/api/, '/api'), answer.status, answer.body.code]).toEqual([expect.any(String), 200, undefined])
  return answer.body
}

const onTask = (who: Name, appeal: AppealBody, n: number, noun: string, body: object = {}) =>
  done<TaskBody>(office.post(who, `/api/tasks/${appeal.id}-t${n}/${noun}`, body))
const onAppeal = (who: Name, appeal: AppealBody, noun: string, body: object = {}) =>
  done<AppealBody>(office.post(who, `/api/appeals/${appeal.number}/${noun}`, body))
const types = async (appeal: AppealBody): Promise<string[]> =>
  (await office.get('lake', `/api/appeals/${appeal.number}/events`)).body.events.map((event: { type: string }) => event.type)

/** An appeal without a home register, in the stage that public security co-handles. */
async function matched(): Promise<AppealBody> {
  const appeal = await office.file('ada', { form: { ...SCHOOLING.form, hukou: 'none' } })
  await onTask('clerk', appeal, 1, 'completion', { version: 1, outcome: 'accept' })
  return appeal
}

describe('each command of the core goes through its route', () => {
  it('signing, claiming, transferring, delegating, releasing and commenting on a task', async () => {
    const appeal = await office.file()
    expect(await onTask('clerk', appeal, 1, 'sign')).toMatchObject({ status: 'signed', version: 2 })
    expect(await onTask('clerk', appeal, 1, 'claim', { version: 2 })).toMatchObject({ status: 'claimed', assignee: { id: idOf('clerk') } })
    expect(await onTask('clerk', appeal, 1, 'transfer', { version: 3, to: 'colleague' })).toMatchObject({
      assignee: { id: idOf('colleague') },
    })
    expect(await onTask('colleague', appeal, 1, 'delegation', { to: idOf('clerk') })).toMatchObject({
      assignee: { id: idOf('colleague') },
      delegate: { id: idOf('clerk') },
    })
    await onTask('lake', appeal, 1, 'comment', { note: 'please hurry' })
    expect(await onTask('colleague', appeal, 1, 'release')).toMatchObject({ status: 'signed', assignee: null, delegate: null })
    expect(await onTask('lead', appeal, 1, 'reassignment', { to: 'clerk', reason: 'knows the family' })).toMatchObject({
      assignee: { id: idOf('clerk') },
    })
  })

  it('a deficiency notice, which the expert reads, and the papers that follow', async () => {
    const appeal = await office.file()
    const paused = await onTask('clerk', appeal, 1, 'deficiency-notice', { materials: ['kinship'], note: 'the proof is illegible' })
    expect(paused.status).toBe('waiting')
    const seen: AppealBody = (await office.get('ada', `/api/appeals/${appeal.number}`)).body
    expect(seen.pending).toMatchObject({ wantedMaterials: ['kinship'], pause: { reason: 'awaiting-materials' } })
    expect(seen.messages.map((message) => message.text)).toEqual(['the proof is illegible'])
    expect(seen.clocks.map((clock) => clock.kind)).toContain('cure')
    const again = await office.post('clerk', `/api/tasks/${appeal.id}-t1/deficiency-notice`, { materials: ['identity'] })
    expect(again.status).toBe(409)
    expect((await onAppeal('ada', appeal, 'supplement', { materials: ['kinship'], note: 'here it is' })).tasks[0]?.status).toBe('claimed')
  })

  it('provisional acceptance on a promise', async () => {
    const materials = SCHOOLING.materials.map((paper) => (paper.code === 'residence-proof' ? { code: paper.code, promised: true } : paper))
    const appeal = await office.file('ada', { materials })
    await onTask('clerk', appeal, 1, 'provisional-acceptance', { promised: ['residence-proof'], note: 'within five days' })
    expect((await office.get('ada', `/api/appeals/${appeal.number}`)).body.acceptedAt).not.toBeNull()
  })

  it('a question to the expert and the answer', async () => {
    const appeal = await office.file()
    expect((await onTask('clerk', appeal, 1, 'question', { question: 'Which school do you prefer?' })).status).toBe('waiting')
    const asked: AppealBody = (await office.get('ada', `/api/appeals/${appeal.number}`)).body
    expect(asked.messages.at(-1)).toMatchObject({ kind: 'question', from: 'staff', by: null, text: 'Which school do you prefer?' })
    expect(asked.actions.map((action) => action.kind)).toContain('AnswerQuestion')
    await onAppeal('ada', appeal, 'answer', { answer: 'The one by the lake.' })
    const staff: TaskBody = (await office.get('clerk', `/api/tasks/${appeal.id}-t1`)).body
    expect([staff.status, staff.messages.at(-1)?.text]).toEqual(['claimed', 'The one by the lake.'])
  })

  it('a pause and its end', async () => {
    const appeal = await office.file()
    await onTask('clerk', appeal, 1, 'pause', { version: 1, reason: 'inspection', until: '2026-03-20' })
    expect((await onTask('lake', appeal, 1, 'resume', { note: 'it was done' })).status).toBe('claimed')
  })

  it('a pause over a close of less than an opening day, which the board marks', async () => {
    const flagged = async (): Promise<number> => {
      const { windows } = (await office.get('lake', '/api/supervision/board')).body
      return windows.find((row: { window: string }) => row.window === 'dist-lake.general.reception').marks.suspiciousPauses
    }
    const appeal = await office.file()
    const before = await flagged()
    const [began, minute] = [office.clock.now, 60_000]
    try {
      await onTask('clerk', appeal, 1, 'pause', { version: 1, reason: 'inspection', until: '2026-03-20' })
      office.clock.now = began + 23 * 60 * minute
      await onTask('clerk', appeal, 1, 'resume')
      expect(await flagged()).toBe(before + 1)
    } finally {
      office.clock.now = began
    }
  })

  it('co-handlers who consent, object, and are called in', async () => {
    const appeal = await matched()
    const seen: AppealBody = (await office.get('lake', `/api/appeals/${appeal.number}`)).body
    expect(seen.tasks.map((task) => [task.role, task.window])).toEqual([
      ['lead', 'dist-lake.general.reception'],
      ['lead', 'dist-lake.education.schooling'],
      ['co-handler', expect.stringContaining('public-security')],
    ])
    await office.sql.query('update membership set window_code = $1 where staff_id = $2', [seen.tasks[2]?.window, idOf('portclerk')])
    const withoutReasons = await office.post('portclerk', `/api/tasks/${appeal.id}-t3/objection`)
    expect([withoutReasons.status, withoutReasons.body.code]).toEqual([422, 'reasons-missing'])
    expect(await onTask('portclerk', appeal, 3, 'objection', { reasons: 'no residence' })).toMatchObject({
      status: 'done',
      opinion: 'objection',
    })
    await onTask('schooling', appeal, 2, 'co-handling-request', { window: 'dist-lake.general.reception', note: 'knows the case' })
    expect(await onTask('clerk', appeal, 4, 'consent', { note: 'fine' })).toMatchObject({ status: 'done', opinion: 'consent' })
    await office.sql.query('update membership set window_code = $1 where staff_id = $2', ['dist-port.general.reception', idOf('portclerk')])
  })

  it('a return, a referral, and an order of the supervisor that the window answers', async () => {
    const appeal = await matched()
    await onTask('lake', appeal, 2, 'order', { order: 'supervise', note: 'today' })
    await onAppeal('schooling', appeal, 'order-answer', { answer: 'we are on it' })
    expect((await onTask('schooling', appeal, 2, 'referral', { window: 'dist-lake.general.reception' })).status).toBe('cancelled')
    const last: AppealBody = (await office.get('lake', `/api/appeals/${appeal.number}`)).body
    const task = last.tasks.at(-1)
    expect(task).toMatchObject({ window: 'dist-lake.general.reception', role: 'lead', status: 'dispatched' })
    expect(
      (
        await done<TaskBody>(
          office.post('clerk', `/api/tasks/${task?.id}/return`, {
            version: 1,
            reason: 'cannot-be-reached',
            evidence: 'called on Monday and Tuesday',
          }),
        )
      ).status,
    ).toBe('returned')
    expect(await types(appeal)).toEqual(expect.arrayContaining(['OrderIssued', 'OrderAnswered', 'TaskReferred', 'TaskReturned']))
  })

  it('a reassignment of the appeal to another window by the supervisor', async () => {
    const appeal = await office.file()
    const moved = await onAppeal('lake', appeal, 'reassignment', {
      window: 'dist-lake.education.schooling',
      to: 'schooling',
      reason: 'they know',
    })
    expect(moved.tasks.at(-1)).toMatchObject({
      window: 'dist-lake.education.schooling',
      status: 'claimed',
      assignee: { id: idOf('schooling') },
    })
  })

  it('an extension that is refused', async () => {
    const appeal = await matched()
    await onTask('schooling', appeal, 2, 'extension-request', { version: 1, amount: 2, reason: 'force-majeure' })
    await onAppeal('head', appeal, 'extension-decision', { granted: false, note: 'no' })
    expect(await types(appeal)).toEqual(expect.arrayContaining(['ExtensionRequested', 'ExtensionDecided']))
  })

  it('arbitration, an urge, a close by order, the rating, the call-back and the reopening', async () => {
    const appeal = await matched()
    await onAppeal('ada', appeal, 'urge', { note: 'school begins soon' })
    await onTask('schooling', appeal, 2, 'return', { version: 1, reason: 'not-our-duty', note: 'n' })
    const again: AppealBody = (await office.get('lake', `/api/appeals/${appeal.number}`)).body
    await done(office.post('clerk', `/api/tasks/${again.tasks.at(-1)?.id}/return`, { version: 1, reason: 'not-our-duty', note: 'n' }))
    await onAppeal('lake', appeal, 'arbitration', { window: 'dist-lake.education.schooling' })
    expect(await onAppeal('lake', appeal, 'closing', { result: 'explained', reply: 'The policy does not allow it.' })).toMatchObject({
      status: 'aftercare',
      result: 'explained',
    })
    expect((await onAppeal('ada', appeal, 'rating', { score: 1, note: 'not content' })).rating).toBe(1)
    const badScore = await office.post('ada', `/api/appeals/${appeal.number}/rating`, { score: 7 })
    expect(badScore.status).toBeGreaterThanOrEqual(400)
    await onAppeal('lake', appeal, 'call-back', { satisfied: false, note: 'wants more' })
    expect(await onAppeal('lake', appeal, 'reopening', { reason: 'a place was found' })).toMatchObject({
      status: 'open',
      stage: 'reception',
    })
  })

  it('a withdrawal', async () => {
    const appeal = await office.file()
    expect(await onAppeal('ada', appeal, 'withdrawal', { reason: 'solved' })).toMatchObject({ status: 'aftercare', result: 'withdrawn' })
    const late = await office.post('clerk', `/api/tasks/${appeal.id}-t1/claim`)
    expect([late.status, late.body.code]).toEqual([409, 'case-not-open'])
  })

  it('and none is left out', () => {
    const given = new Set(office.gateway.commands.map((command) => command.kind))
    expect([...Object.keys(TASK_COMMANDS), ...Object.keys(CASE_COMMANDS)].filter((kind) => !given.has(kind as never))).toEqual([])
  })
})
