import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { timeSkippingServer } from '../../scripts/services/for-tests.ts'
import { eventOfBody } from '../../domain/case/project.ts'
import type { Command } from '../../domain/case/command.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { aCommand, aStart, EXPERT, filing, FIVE_STAGES, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let server: TestWorkflowEnvironment
let office: Office

beforeAll(async () => {
  server = await timeSkippingServer()
  office = await anOffice({ address: server.address, namespace: 'default', taskQueue: 'replaced-item' })
})
afterAll(async () => {
  await office.end()
  await server.teardown()
})

async function now(): Promise<number> {
  return Math.ceil(await server.currentTimeMs())
}

async function goTo(instant: number): Promise<void> {
  await server.sleep(instant - (await server.currentTimeMs()))
}

/** The item with so many minutes for each stage. */
function version(number: number, minutes: number): ServiceItem {
  const stages = FIVE_STAGES.stages.map((stage) => ({ ...stage, workingLimit: { amount: minutes, unit: 'working-minutes' as const } }))
  return { ...FIVE_STAGES, version: number, stages }
}

function replacing(item: ServiceItem, id: string, at: number): Command {
  return { kind: 'ReplaceItem', id, at, actor: SYSTEM, data: { item } }
}

describe('an appeal that runs when its item gets a newer version', () => {
  it('is held to the limit of that version from then on, whoever repeats the command, until it has ended', async () => {
    const caseId = randomUUID()
    const at = await now()
    await office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(at) })
    await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
    await goTo(at + 10 * MINUTE)
    expect(await office.engine.command(caseId, replacing(version(2, 120), 'run-1', await now()))).toMatchObject({
      kind: 'applied',
      events: 2,
    })
    expect(await office.engine.command(caseId, replacing(version(2, 120), 'run-1', await now()))).toMatchObject({
      kind: 'applied',
      events: 0,
    })
    expect(await office.engine.command(caseId, replacing(version(2, 240), 'run-2', await now()))).toMatchObject({
      kind: 'refused',
      refusal: { refusal: 'item-not-newer', params: { present: '2', version: '2' } },
    })
    await goTo(at + 2 * HOUR + MINUTE)
    await until(() => office.log.typesOf(caseId).includes('RungFired'), 'the red card of the stage')
    const events = office.log.eventsOf(caseId).map((row) => eventOfBody(row.body))
    expect(events.flatMap((event) => (event.type === 'RungFired' ? [event.at] : []))).toEqual([at + 2 * HOUR])
    await office.gateway.command(caseId, aCommand('WithdrawAppeal', { reason: null }, await now(), EXPERT))
    await goTo((await now()) + 2 * HOUR + MINUTE)
    await until(() => office.log.typesOf(caseId).includes('AppealEnded'), 'aftercare is over')
    await until(
      async () => (await office.engine.command(caseId, replacing(version(3, 60), 'run-3', await now()))).kind === 'ended',
      'it says so',
    )
    await expect(office.engine.command(randomUUID(), replacing(version(3, 60), 'run-3', at))).rejects.toThrow()
  })
})
