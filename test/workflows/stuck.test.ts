import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, decide, initialState, isRefusal } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { advance } from '../../workflows/advance.ts'
import { APPEAL_WORKFLOW, appealWorkflowId } from '../../workflows/messages.ts'
import { aStart, claim, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { historyOf } from './fixtures/history.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'

const HOUR = 3_600_000
let office: Office
let taskQueue: string

beforeAll(async () => {
  const place = await temporalForTests()
  taskQueue = place.taskQueue
  office = await anOffice(place)
})
afterAll(async () => {
  await office.end()
})

/** An appeal whose sign clock is of a kind that no rule of expiry knows: what a broken release could leave. */
function broken(caseId: string, filedAt: number): CaseState {
  const start = aStart(caseId, ROUND_THE_CLOCK)
  const before = initialState(start)
  const events = decide(before, filing(filedAt))
  if (isRefusal(events)) throw new Error(events.refusal)
  const state: CaseState = JSON.parse(JSON.stringify(events.reduce(apply, before)).replaceAll('"kind":"sign"', '"kind":"no-such-kind"'))
  return state
}

describe('a due instant at which the rules fail', () => {
  it('is told with the instant and the reason, and what was due before it is done', () => {
    const filedAt = Date.UTC(2026, 2, 2, 1, 0)
    const state = broken('11111111-1111-4111-8111-111111111111', filedAt)
    expect(advance(state, filedAt + HOUR - 1)).toEqual({ done: [], stuck: null })
    expect(advance(state, filedAt + HOUR)).toMatchObject({
      done: [],
      stuck: { due: filedAt + HOUR, why: expect.stringContaining('no-such-kind') },
    })
  })

  it('does not keep the office from working on the case', async () => {
    const caseId = randomUUID()
    const filedAt = Date.now() - 2 * HOUR
    const state = broken(caseId, filedAt)
    await office.log.writeElsewhere(state.start, filing(filedAt))
    await office.client.workflow.start(APPEAL_WORKFLOW, { workflowId: appealWorkflowId(caseId), taskQueue, args: [{ state }] })
    await until(async () => (await office.gateway.snapshot(caseId))?.stuckAt === filedAt + HOUR, 'the case says that it is stuck')
    const comment = {
      kind: 'CommentOnTask',
      id: 'comment',
      at: Date.now(),
      actor: claim(caseId, 1, 0).actor,
      data: { taskId: `${caseId}-t1`, version: null, note: { id: 'n', hash: 'h' } },
    } as const
    expect(await office.gateway.command(caseId, comment)).toMatchObject({ events: 1 })
    expect((await historyOf(office.client, caseId))['workflow_task_failed']).toBeUndefined()
    expect((await office.gateway.snapshot(caseId))?.stuckAt).toBe(filedAt + HOUR)
  })
})
