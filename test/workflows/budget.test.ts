import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { aStart, aCommand, claim, completion, filing, ROUND_THE_CLOCK, STRANGER } from './fixtures/five-stages.ts'
import { historyOf, total } from './fixtures/history.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

let office: Office

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
})
afterAll(async () => {
  await office.end()
})

async function file(): Promise<string> {
  const caseId = randomUUID()
  await office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(Date.now()) })
  await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
  await until(async () => (await historyOf(office.client, caseId))['timer_started'] === 1, 'the case sleeps')
  return caseId
}

describe('the history of an appeal', () => {
  it('has 46 events for a filing and five completions, each of a known type', async () => {
    const caseId = await file()
    expect(await historyOf(office.client, caseId)).toEqual({
      workflow_execution_started: 1,
      workflow_task_scheduled: 1,
      workflow_task_started: 1,
      workflow_task_completed: 1,
      marker_recorded: 1,
      timer_started: 1,
    })
    for (const n of [1, 2, 3, 4, 5]) {
      expect(await office.gateway.command(caseId, completion(caseId, n, Date.now(), `completion-${n}`))).toMatchObject({
        seq: expect.any(Number),
      })
    }
    const counts = await historyOf(office.client, caseId)
    expect(counts).toEqual({
      workflow_execution_started: 1,
      workflow_task_scheduled: 6,
      workflow_task_started: 6,
      workflow_task_completed: 6,
      marker_recorded: 6,
      workflow_execution_update_accepted: 5,
      workflow_execution_update_completed: 5,
      timer_started: 6,
      timer_canceled: 5,
    })
    expect(total(counts)).toBe(46)
    expect(office.log.typesOf(caseId)).toContain('AppealClosed')
  })

  it('grows by 8 for a claim', async () => {
    const caseId = await file()
    const before = total(await historyOf(office.client, caseId))
    expect(await office.gateway.command(caseId, claim(caseId, 1, Date.now()))).toMatchObject({ events: 3 })
    expect(total(await historyOf(office.client, caseId)) - before).toBe(8)
  })

  it('does not grow by a refused press on a case that is at rest', async () => {
    const caseId = await file()
    const before = total(await historyOf(office.client, caseId))
    const press = aCommand('ClaimTask', { taskId: `${caseId}-t1`, version: null }, Date.now(), STRANGER)
    expect(await office.gateway.command(caseId, press)).toMatchObject({ refusal: 'not-permitted' })
    expect(total(await historyOf(office.client, caseId))).toBe(before)
    expect(office.log.typesOf(caseId)).not.toContain('TaskClaimed')
  })

  it('does not grow by a command that has been handled, which is answered as done', async () => {
    const caseId = await file()
    const press = claim(caseId, 1, Date.now())
    const first = await office.gateway.command(caseId, press)
    const before = total(await historyOf(office.client, caseId))
    expect(await office.gateway.command(caseId, press)).toEqual(first)
    expect(total(await historyOf(office.client, caseId))).toBe(before)
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
  })
})
