import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { timeSkippingServer } from '../../scripts/services/for-tests.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { eventOfBody } from '../../domain/case/project.ts'
import { appealWorkflowId } from '../../workflows/messages.ts'
import { aCommand, aStart, claim, completion, filing, pause, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let server: TestWorkflowEnvironment
let office: Office

beforeAll(async () => {
  server = await timeSkippingServer()
  office = await anOffice({ address: server.address, namespace: 'default', taskQueue: 'limits' })
})
afterAll(async () => {
  await office.end()
  await server.teardown()
})

async function file(): Promise<{ caseId: string; at: number }> {
  const caseId = randomUUID()
  const at = Math.ceil(await server.currentTimeMs())
  await office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(at) })
  await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
  return { caseId, at }
}

/** Lets the wall clock go to so long after the filing. */
async function goTo(instant: number): Promise<void> {
  await server.sleep(instant - (await server.currentTimeMs()))
}

function expiries(caseId: string): readonly Extract<CaseEvent, { type: 'ClockExpired' }>[] {
  return office.log
    .eventsOf(caseId)
    .map((row) => eventOfBody(row.body))
    .filter((event): event is Extract<CaseEvent, { type: 'ClockExpired' }> => event.type === 'ClockExpired')
}

describe('limits of a running appeal', () => {
  it('pass at their instant, and not a minute before', async () => {
    const { caseId, at } = await file()
    await goTo(at + 59 * MINUTE)
    expect(expiries(caseId)).toEqual([])
    await goTo(at + 61 * MINUTE)
    await until(() => expiries(caseId).length === 1, 'the limit for signing passes')
    expect(expiries(caseId)[0]?.at).toBe(at + HOUR)
    await goTo(at + 3 * HOUR - MINUTE)
    expect(expiries(caseId)).toHaveLength(1)
    await goTo(at + 3 * HOUR + MINUTE)
    await until(() => office.log.typesOf(caseId).includes('RungFired'), 'the red card of the stage')
    const fired = office.log.eventsOf(caseId).filter((row) => row.type === 'RungFired')
    expect(fired.map((row) => row.at)).toEqual([at + 3 * HOUR])
    expect(expiries(caseId).map((event) => event.data.dueAt)).toEqual([at + HOUR, at + 3 * HOUR])
  })

  it('move by as long as the task was paused', async () => {
    const { caseId, at } = await file()
    const task = { taskId: `${caseId}-t1`, version: null, note: null }
    await goTo(at + 10 * MINUTE)
    const now = async (): Promise<number> => Math.ceil(await server.currentTimeMs())
    expect(await office.gateway.command(caseId, claim(caseId, 1, await now()))).toHaveProperty('seq')
    const pausedAt = await now()
    expect(await office.gateway.command(caseId, pause(caseId, 1, pausedAt, at + 24 * HOUR))).toHaveProperty('seq')
    await goTo(pausedAt + 2 * HOUR)
    const resumedAt = await now()
    expect(await office.gateway.command(caseId, aCommand('ResumeTask', task, resumedAt))).toHaveProperty('seq')
    const due = at + 3 * HOUR + (resumedAt - pausedAt)
    await goTo(due - MINUTE)
    expect(expiries(caseId)).toEqual([])
    await goTo(due + MINUTE)
    await until(() => expiries(caseId).length === 1, 'the moved limit passes')
    expect(expiries(caseId)[0]?.at).toBe(due)
  })

  it('end aftercare, and with it the appeal; later presses are refused as ended', async () => {
    const { caseId } = await file()
    for (const n of [1, 2, 3, 4, 5])
      await office.gateway.command(caseId, completion(caseId, n, Math.ceil(await server.currentTimeMs()), `completion-${n}`))
    const closedAt = office.log.eventsOf(caseId).find((row) => row.type === 'AppealClosed')?.at ?? 0
    await goTo(closedAt + 119 * MINUTE)
    expect(office.log.typesOf(caseId)).not.toContain('AppealEnded')
    await goTo(closedAt + 121 * MINUTE)
    await until(() => office.log.typesOf(caseId).includes('AppealEnded'), 'aftercare is over')
    const handle = office.client.workflow.getHandle(appealWorkflowId(caseId))
    await until(async () => (await handle.describe()).status.name === 'COMPLETED', 'the workflow has ended')
    const rating = aCommand('RateAppeal', { score: 5, note: null }, closedAt + 3 * HOUR)
    expect(await office.gateway.command(caseId, rating)).toMatchObject({ refusal: 'case-ended' })
    expect(await handle.result()).toEqual({ ended: 'aftercare-over', seq: office.log.eventsOf(caseId).length })
  })
})
