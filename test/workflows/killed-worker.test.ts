import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createGateway, type Gateway } from '../../api/gateway.ts'
import { temporalForTests, workflowBundleForTests } from '../../scripts/services/for-tests.ts'
import { aCommand, aStart, claim, completion, filing, ROUND_THE_CLOCK } from './fixtures/five-stages.ts'
import { FileLog } from './fixtures/file-log.ts'
import { until } from './fixtures/office.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
let folder: string
let lastWill: string
let log: FileLog
let gateway: Gateway
let workerArgs: readonly string[]
let worker: ChildProcess

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['--import', join(FIXTURES, 'load-typescript.mjs'), join(FIXTURES, 'dying-worker.ts'), ...workerArgs], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '' },
  })
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
}

beforeAll(async () => {
  const place = await temporalForTests()
  folder = await mkdtemp(join(tmpdir(), 'hongyan-killed-worker-'))
  lastWill = join(folder, 'last-will')
  log = new FileLog(join(folder, 'log'))
  gateway = createGateway({ address: place.address, namespace: place.namespace, queue: place.taskQueue, timeoutMs: 90_000 })
  workerArgs = [place.address, place.namespace, place.taskQueue, (await workflowBundleForTests()).codePath, join(folder, 'log'), lastWill]
  worker = startWorker()
})
afterAll(async () => {
  worker.kill('SIGKILL')
  await killed(worker)
  await gateway.close()
  await rm(folder, { recursive: true, force: true })
})

async function typesOf(caseId: string): Promise<readonly string[]> {
  return (await log.read()).typesOf(caseId)
}

async function file(): Promise<ReturnType<typeof aStart>> {
  const start = aStart(randomUUID(), ROUND_THE_CLOCK)
  await gateway.start({ start, file: filing(Date.now()) })
  await until(async () => (await typesOf(start.caseId)).length > 0, 'the filing is stored')
  return start
}

/** The worker dies after it has committed the next write and before the engine hears of it; another takes over. */
async function dieAtNextWrite<T>(press: () => Promise<T>): Promise<T> {
  await writeFile(lastWill, '')
  const dying = worker
  const answer = press()
  await killed(dying)
  expect(dying.signalCode).toBe('SIGKILL')
  expect(existsSync(lastWill)).toBe(false)
  worker = startWorker()
  return answer
}

async function expectAgreement(start: ReturnType<typeof aStart>): Promise<void> {
  const snapshot = await gateway.snapshot(start.caseId)
  expect(snapshot?.unwritten).toBe(0)
  expect(snapshot?.state).toEqual((await log.read()).stateOf(start))
}

describe('a worker killed between the commit and the end of its task', () => {
  it('loses no press and doubles none', async () => {
    const start = await file()
    const { caseId } = start
    expect(await dieAtNextWrite(() => gateway.command(caseId, claim(caseId, 1, Date.now())))).toHaveProperty('seq')
    expect((await typesOf(caseId)).filter((type) => type === 'TaskClaimed')).toHaveLength(1)
    await expectAgreement(start)
    expect(await gateway.command(caseId, completion(caseId, 1, Date.now()))).toHaveProperty('seq')
    await expectAgreement(start)
  })

  it('files an appeal once', async () => {
    const start = aStart(randomUUID(), ROUND_THE_CLOCK)
    await dieAtNextWrite(async () => {
      await gateway.start({ start, file: filing(Date.now()) })
      await until(async () => (await typesOf(start.caseId)).length > 0, 'the filing is stored')
    })
    await until(async () => (await gateway.snapshot(start.caseId))?.unwritten === 0, 'the next worker has taken over')
    expect((await typesOf(start.caseId)).filter((type) => type === 'AppealReceived')).toHaveLength(1)
    await expectAgreement(start)
  })

  it('keeps several presses of one moment, each once, though they come again in another order', async () => {
    const start = await file()
    const { caseId } = start
    const presses = Array.from({ length: 6 }, (_, n) =>
      aCommand(
        'CommentOnTask',
        { taskId: `${caseId}-t1`, version: null, note: { id: `n${n}`, hash: 'h' } },
        Date.now(),
        undefined,
        `comment-${n}`,
      ),
    )
    const answers = await dieAtNextWrite(() => Promise.all(presses.map((press) => gateway.command(caseId, press))))
    expect(answers.every((answer) => 'seq' in answer)).toBe(true)
    expect((await typesOf(caseId)).filter((type) => type === 'CommentAdded')).toHaveLength(6)
    const ids = (await log.read())
      .eventsOf(caseId)
      .filter((row) => row.type === 'CommentAdded')
      .map((row) => row.commandId)
    expect([...ids].sort()).toEqual(['comment-0', 'comment-1', 'comment-2', 'comment-3', 'comment-4', 'comment-5'])
    await expectAgreement(start)
  })
})
