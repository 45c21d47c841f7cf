import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { caseTimeAt, type ClockFace } from '../../domain/time/clock-face.ts'
import { appealWorkflowId, COMMAND } from '../../workflows/messages.ts'
import { aStart, claim, completion, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { historyOf, total } from './fixtures/history.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

const HOUR = 3_600_000
let office: Office

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
})
afterAll(async () => {
  await office.end()
})

async function file(at = Date.now(), face?: ClockFace): Promise<ReturnType<typeof aStart>> {
  const start = aStart(randomUUID(), ROUND_THE_CLOCK)
  await office.gateway.start({ start, file: filing(at), ...(face === undefined ? {} : { face }) })
  await until(() => office.log.eventsOf(start.caseId).length > 0, 'the filing is stored')
  return start
}

async function runIdOf(caseId: string): Promise<string> {
  return (await office.client.workflow.getHandle(appealWorkflowId(caseId)).describe()).runId
}

describe('a running appeal', () => {
  it('goes on in a new run with all it knew', async () => {
    const { caseId } = await file()
    const press = claim(caseId, 1, Date.now())
    await office.gateway.command(caseId, press)
    const before = await office.gateway.snapshot(caseId)
    const firstRun = await runIdOf(caseId)
    expect(await office.engine.upgrade(caseId)).toBe(true)
    await until(async () => (await runIdOf(caseId)) !== firstRun, 'a new run begins')
    const after = await office.gateway.snapshot(caseId)
    expect(after?.state).toEqual(before?.state)
    expect(after?.nextWakeAt).toBe(before?.nextWakeAt)
    expect(await office.gateway.command(caseId, press)).toMatchObject({ events: 0 })
    expect(await office.gateway.command(caseId, completion(caseId, 1, Date.now()))).toHaveProperty('seq')
    expect(office.log.typesOf(caseId).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
  })

  it('does not begin a new run in the task that answers a press', async () => {
    const { caseId } = await file()
    const firstRun = await runIdOf(caseId)
    const [, answer] = await Promise.all([office.engine.upgrade(caseId), office.gateway.command(caseId, claim(caseId, 1, Date.now()))])
    expect(answer).toHaveProperty('seq')
    await until(async () => (await runIdOf(caseId)) !== firstRun, 'a new run begins')
    const handle = office.client.workflow.getHandle(appealWorkflowId(caseId), firstRun)
    const { events } = await handle.fetchHistory()
    const last = events?.at(-1)
    const task = events?.find(
      (event) => String(event.eventId) === String(last?.workflowExecutionContinuedAsNewEventAttributes?.workflowTaskCompletedEventId),
    )
    const inSameTask = events
      ?.filter((event) => Number(event.eventId) > Number(task?.eventId))
      .map((event) => event.workflowExecutionUpdateCompletedEventAttributes ?? null)
    expect(inSameTask).toEqual([null])
  })

  it('survives a command that no rule foresees, which fails alone', async () => {
    const { caseId } = await file()
    const handle = office.client.workflow.getHandle(appealWorkflowId(caseId))
    const nonsense = { kind: 'Nonsense', id: 'nonsense', at: Date.now(), actor: { kind: 'system' }, data: {} }
    await expect(handle.executeUpdate(COMMAND, { args: [nonsense], updateId: 'nonsense' })).rejects.toThrow()
    expect(await office.gateway.command(caseId, claim(caseId, 1, Date.now()))).toHaveProperty('seq')
    expect((await historyOf(office.client, caseId))['workflow_task_failed']).toBeUndefined()
  })

  it('sleeps on when it is woken and nothing is due', async () => {
    const { caseId } = await file()
    const before = office.log.eventsOf(caseId).length
    const eventsBefore = total(await historyOf(office.client, caseId))
    expect(await office.engine.wake(caseId)).toBe(true)
    await until(async () => total(await historyOf(office.client, caseId)) > eventsBefore + 4, 'the wake is handled')
    expect(office.log.eventsOf(caseId)).toHaveLength(before)
    expect(await office.engine.wake(randomUUID())).toBe(false)
  })

  it('cannot be cancelled through the engine', async () => {
    const { caseId } = await file()
    await office.client.workflow.getHandle(appealWorkflowId(caseId)).cancel()
    expect(await office.gateway.command(caseId, claim(caseId, 1, Date.now()))).toHaveProperty('seq')
    expect((await office.client.workflow.getHandle(appealWorkflowId(caseId)).describe()).status.name).toBe('RUNNING')
  })

  it('keeps case time by its face: no limit passes before the face shows its instant, and a new face counts at once', async () => {
    const realAt = Date.now()
    const face: ClockFace = { segments: [{ realAt, caseAt: realAt, speed: 3600 }] }
    const seen: number[] = []
    const { caseId } = await file(realAt, face)
    let shown: ClockFace = face
    office.log.afterWrite = (input) => {
      if (input.caseId === caseId) seen.push(caseTimeAt(shown, Date.now()) - Math.max(...input.events.map((event) => event.at)))
    }
    await until(() => office.log.typesOf(caseId).includes('ClockExpired'), 'the hour for signing passes in a second')
    const changedAt = Date.now()
    shown = { segments: [...face.segments, { realAt: changedAt, caseAt: caseTimeAt(face, changedAt), speed: 36_000 }] }
    expect(await office.engine.tellFace(caseId, shown)).toBe(true)
    await until(() => office.log.typesOf(caseId).includes('RungFired'), 'the stage limit passes')
    office.log.afterWrite = () => undefined
    expect(
      office.log
        .eventsOf(caseId)
        .filter((row) => row.type === 'ClockExpired')
        .slice(0, 2)
        .map((row) => row.at),
    ).toEqual([realAt + HOUR, realAt + 3 * HOUR])
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0)
  })
})
