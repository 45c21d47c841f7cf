import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { aCommand, aStart, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { anOffice, type Office, until } from './fixtures/office.ts'
import { replayFault } from './fixtures/replay.ts'

let office: Office

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
})
afterAll(async () => {
  await office.end()
})

const comment = (caseId: string, n: number) =>
  aCommand(
    'CommentOnTask',
    { taskId: `${caseId}-t1`, version: null, note: { id: `n${n}`, hash: 'h' } },
    Date.now(),
    undefined,
    `comment-${n}`,
  )

/** Each history is read again by a worker of its own. */
const LONG_MS = 240_000

describe('appeals that are asked for their state while presses are being written and others come', () => {
  it(
    'can be read again from their history',
    async () => {
      const caseIds = Array.from({ length: 24 }, (): string => randomUUID())
      const comments = (caseId: string): number => office.log.typesOf(caseId).filter((type) => type === 'CommentAdded').length
      await Promise.all(caseIds.map((caseId) => office.gateway.start({ start: aStart(caseId, ROUND_THE_CLOCK), file: filing(Date.now()) })))
      await until(() => caseIds.every((caseId) => office.log.eventsOf(caseId).length > 0), 'the filings are stored')
      await office.close()
      const asked: Promise<unknown>[] = []
      const ask = (question: Promise<unknown>): unknown => asked.push(question.catch((error: unknown) => error))
      for (const caseId of caseIds) ask(office.gateway.command(caseId, comment(caseId, 1)))
      await sleep(500)
      for (const caseId of caseIds) ask(office.gateway.snapshot(caseId))
      await sleep(500)
      office.log.beforeWrite = ({ caseId }) => {
        if (comments(caseId) === 0) ask(office.gateway.command(caseId, comment(caseId, 2)))
        return sleep(caseIds.indexOf(caseId))
      }
      await office.openAgain()
      await until(() => caseIds.every((caseId) => comments(caseId) === 2), 'both presses of each are stored')
      await Promise.all(asked)
      for (const caseId of caseIds) {
        const history = await office.client.workflow.getHandle(`appeal-${caseId}`).fetchHistory()
        expect(await replayFault(history, `appeal-${caseId}`)).toBeNull()
      }
    },
    LONG_MS,
  )
})
