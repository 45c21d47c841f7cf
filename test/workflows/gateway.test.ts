import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ANSWER_MS, createGateway, Fault, type Gateway } from '../../api/gateway.ts'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { aStart, claim, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

let office: Office
let mute: Server
const sockets = new Set<Socket>()

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
  mute = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => mute.close(resolve))
  await office.end()
})

function muteAddress(): string {
  const address: AddressInfo | string | null = mute.address()
  return address !== null && typeof address === 'object' ? `127.0.0.1:${address.port}` : ''
}

async function expectUnavailable(ask: Promise<unknown>): Promise<void> {
  const fault: unknown = await ask.catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(Fault)
  expect(fault).toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 })
}

async function expectAllUnavailable(gateway: Gateway): Promise<void> {
  const caseId = randomUUID()
  await Promise.all([
    expectUnavailable(gateway.start({ start: aStart(caseId), file: filing(Date.now()) })),
    expectUnavailable(gateway.command(caseId, claim(caseId, 1, Date.now()))),
    expectUnavailable(gateway.snapshot(caseId)),
    expectUnavailable(gateway.filingRefusal(caseId)),
  ])
  expect(await gateway.ready()).toEqual({ engine: false, worker: false })
  await gateway.close()
}

describe('the way of the API to the engine', () => {
  it('gives up before the five seconds within which an answer is due', () => {
    expect(ANSWER_MS).toBeLessThan(5000)
  })

  it('answers in the end that the engine is away where nobody listens', async () => {
    await expectAllUnavailable(createGateway({ address: '127.0.0.1:1', namespace: 'default', queue: 'any' }))
  })

  it('answers in the end that the engine is away where it listens and says nothing', async () => {
    await expectAllUnavailable(createGateway({ address: muteAddress(), namespace: 'default', queue: 'any' }))
  })

  it('knows why the rules refused a filing, and of one that runs that they did not', async () => {
    const [refused, running] = [randomUUID(), randomUUID()]
    const stranger = { ...filing(Date.now()), actor: { kind: 'staff', id: randomUUID(), grants: [] } } as const
    await office.gateway.start({ start: aStart(refused, ROUND_THE_CLOCK), file: stranger })
    await office.gateway.start({ start: aStart(running, ROUND_THE_CLOCK), file: filing(Date.now()) })
    await until(async () => (await office.gateway.filingRefusal(refused)) !== null, 'the filing is refused')
    expect(await office.gateway.filingRefusal(refused)).toMatchObject({ refusal: 'not-permitted' })
    expect(await office.engine.filingRefusal(refused)).toMatchObject({ refusal: 'not-permitted' })
    for (const way of [office.gateway, office.engine]) {
      expect(await way.filingRefusal(running)).toBeNull()
      expect(await way.filingRefusal(randomUUID())).toBeNull()
    }
  })

  it('answers in time where no worker serves, and the press counts when it is repeated', async () => {
    const caseId = randomUUID()
    await office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(Date.now()) })
    await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
    await office.close()
    const press = claim(caseId, 1, Date.now())
    await expectUnavailable(office.gateway.command(caseId, press))
    await office.openAgain()
    expect(await office.gateway.command(caseId, press)).toHaveProperty('seq')
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
  })

  it('never lets a repeated press take the place of the one that a worker may have under way', async () => {
    const caseId = randomUUID()
    await office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(Date.now()) })
    await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
    const at = Date.now()
    const press = claim(caseId, 1, at)
    const answers = await Promise.all([press, press, { ...press, at: at + 1 }].map((each) => office.gateway.command(caseId, each)))
    expect(answers.map((answer) => 'seq' in answer && answer.seq)).toEqual([9, 9, 9])
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    const handle = office.client.workflow.getHandle(`appeal-${caseId}`)
    const accepted = ((await handle.fetchHistory()).events ?? []).flatMap(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes ?? [],
    )
    expect(new Set(accepted.map((each) => each.protocolInstanceId)).size).toBe(2)
  })

  it('starts an appeal once however often it is asked', async () => {
    const caseId = randomUUID()
    const input = { start: aStart(caseId, ROUND_THE_CLOCK), file: filing(Date.now()) }
    await Promise.all([office.gateway.start(input), office.gateway.start(input), office.gateway.start(input)])
    await until(() => office.log.eventsOf(caseId).length > 0, 'the filing is stored')
    await office.gateway.start(input)
    expect(office.log.typesOf(caseId).filter((type) => type === 'AppealReceived')).toHaveLength(1)
    expect(await office.engine.start(caseId, input)).toBe(false)
  })

  it('knows no state of an appeal that was never started, and takes no command for it', async () => {
    const caseId = randomUUID()
    expect(await office.gateway.snapshot(caseId)).toBeNull()
    await expectUnavailable(office.gateway.command(caseId, claim(caseId, 1, Date.now())))
  })
})
