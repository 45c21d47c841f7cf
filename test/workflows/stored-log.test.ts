import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { Fault } from '../../api/gateway.ts'
import { aCommand, aStart, claim, completion, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { historyOf } from './fixtures/history.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

let office: Office

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
})
afterEach(() => {
  office.log.beforeWrite = () => undefined
  office.log.afterWrite = () => undefined
})
afterAll(async () => {
  await office.end()
})

async function file(): Promise<ReturnType<typeof aStart>> {
  const start = aStart(randomUUID(), ROUND_THE_CLOCK)
  await office.gateway.start({ start, file: filing(Date.now()) })
  await until(() => office.log.eventsOf(start.caseId).length > 0, 'the filing is stored')
  return start
}

async function expectAgreement(start: ReturnType<typeof aStart>): Promise<void> {
  const snapshot = await office.gateway.snapshot(start.caseId)
  expect(snapshot?.unwritten).toBe(0)
  expect(snapshot?.state).toEqual(office.log.stateOf(start))
}

describe('the stored log', () => {
  it('wins over what the workflow decided: the press is decided again after it', async () => {
    const start = await file()
    const { caseId } = start
    await office.log.writeElsewhere(start, claim(caseId, 1, Date.now(), 'claim of another session'))
    expect(await office.gateway.command(caseId, completion(caseId, 1, Date.now()))).toHaveProperty('seq')
    const types = office.log.typesOf(caseId)
    expect(types.filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    expect(types.filter((type) => type === 'TaskCompleted')).toHaveLength(1)
    await expectAgreement(start)
  })

  it('refuses a press that the stored events leave no room for', async () => {
    const start = await file()
    const { caseId } = start
    await office.log.writeElsewhere(start, completion(caseId, 1, Date.now(), 'completion of another session'))
    expect(await office.gateway.command(caseId, completion(caseId, 1, Date.now()))).toMatchObject({ refusal: 'task-not-open' })
    await expectAgreement(start)
  })

  it('answers a press that stands in it already as done', async () => {
    const start = await file()
    const { caseId } = start
    const press = claim(caseId, 1, Date.now())
    await office.log.writeElsewhere(start, press)
    await office.log.writeElsewhere(
      start,
      aCommand('CommentOnTask', { taskId: `${caseId}-t1`, version: null, note: { id: 'n', hash: 'h' } }, Date.now()),
    )
    expect(await office.gateway.command(caseId, press)).toHaveProperty('seq')
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    await expectAgreement(start)
  })

  it('gets a batch once, though the answer to its first write was lost', async () => {
    const start = await file()
    let lost = 0
    office.log.afterWrite = () => {
      lost += 1
      throw new Error('the connection broke after the commit')
    }
    expect(await office.gateway.command(start.caseId, claim(start.caseId, 1, Date.now()))).toHaveProperty('seq')
    expect(lost).toBe(1)
    expect(office.log.typesOf(start.caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    await expectAgreement(start)
  })

  it('is waited for while it is away: the press is unanswered, then repeated, and counts once', async () => {
    const start = await file()
    const { caseId } = start
    let away = true
    office.log.beforeWrite = () => {
      if (away) throw new Error('the database is away')
    }
    const press = claim(caseId, 1, Date.now())
    const fault: unknown = await office.gateway.command(caseId, press).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toMatchObject({ code: 'unavailable' })
    await until(
      async () => ((await historyOf(office.client, caseId))['activity_task_scheduled'] ?? 0) > 0,
      'the write is tried as a regular activity',
    )
    away = false
    await until(() => office.log.typesOf(caseId).includes('TaskClaimed'), 'the claim is stored')
    expect(await office.gateway.command(caseId, press)).toHaveProperty('seq')
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    await expectAgreement(start)
  })

  it('keeps presses that come at the same time apart, in one order, none lost', async () => {
    const start = await file()
    const { caseId } = start
    const presses = Array.from({ length: 9 }, (_, n) =>
      aCommand(
        'CommentOnTask',
        { taskId: `${caseId}-t1`, version: null, note: { id: `n${n}`, hash: 'h' } },
        Date.now(),
        undefined,
        `comment-${n}`,
      ),
    )
    const answers = await Promise.all(presses.map((press) => office.gateway.command(caseId, press)))
    expect(answers.map((answer) => ('seq' in answer ? answer.events : answer.refusal))).toEqual(Array.from({ length: 9 }, () => 1))
    expect(office.log.typesOf(caseId).filter((type) => type === 'CommentAdded')).toHaveLength(9)
    await expectAgreement(start)
  })
})
