import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { createGateway, type Gateway } from '../../api/gateway.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { temporalForTests, workflowBundleForTests } from '../../scripts/services/for-tests.ts'
import { HOUSEKEEPING_SCHEDULE, POSTMAN_ID, type Snapshot, TASK_QUEUE } from '../../workflows/messages.ts'
import { scriptedSmtp, type ScriptedSmtp } from '../mail/scripted-smtp.ts'
import { anOffice, clerk, leadOf, type Office } from '../prisma/office.ts'
import { CLERK, RECEPTION } from '../prisma/people.ts'
import { until } from '../workflows/fixtures/office.ts'

const ROOT = join(import.meta.dirname, '..', '..')
let office: Office
let smtp: ScriptedSmtp
let gateway: Gateway
let client: Client
let connection: Connection
let env: NodeJS.ProcessEnv
let worker: ChildProcess
let data: string

function startWorker(): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', join(ROOT, 'test/workflows/fixtures/load-typescript.mjs'), join(ROOT, 'activities/main.ts')],
    { env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
}

beforeAll(async () => {
  office = await anOffice()
  data = await mkdtemp(join(tmpdir(), 'hongyan-worker-'))
  smtp = await scriptedSmtp(() => null)
  const { address, namespace } = await temporalForTests()
  gateway = createGateway({ address, namespace, queue: TASK_QUEUE, timeoutMs: 90_000 })
  connection = await Connection.connect({ address })
  client = new Client({ connection, namespace })
  env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: office.url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtp.url,
    HONGYAN_DATA: data,
    LOG_LEVEL: 'warn',
    WORKER_BUNDLE: (await workflowBundleForTests()).codePath,
  }
  worker = startWorker()
})
afterAll(async () => {
  worker.kill('SIGKILL')
  await ended(worker)
  await gateway.close()
  await connection.close()
  await smtp.stop()
  await office.close()
  await rm(data, { recursive: true })
})

async function file(): Promise<CaseState> {
  const intake = await office.intake({ at: Date.now() })
  if (!('start' in intake)) throw new Error(intake.kind)
  await gateway.start({ start: intake.start, file: intake.file })
  await until(async () => (await office.cases.load(intake.id)) !== null, 'the filing is stored')
  return present(intake.id)
}

/** Finished files of a folder that may not be there yet. */
async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => !name.endsWith('.part'))
}

async function present(caseId: string): Promise<CaseState> {
  const state = await office.cases.load(caseId)
  if (state === null) throw new Error(`no appeal ${caseId}`)
  return state
}

const claimOf = (state: CaseState): Parameters<Gateway['command']>[1] => ({
  id: `claim-${state.start.caseId}`,
  at: Date.now(),
  actor: clerk(CLERK, RECEPTION),
  kind: 'ClaimTask',
  data: { taskId: leadOf(state), version: null },
})

/** A worker that has just begun is asked again until the engine knows it. */
async function expectAgreement(caseId: string): Promise<void> {
  const asked: { snapshot: Snapshot | null } = { snapshot: null }
  await until(async () => {
    asked.snapshot = await gateway.snapshot(caseId).catch(() => null)
    return asked.snapshot !== null
  }, 'the worker answers')
  expect(asked.snapshot?.state).toEqual(await present(caseId))
}

describe('the worker process', () => {
  it('writes what is decided into the database, and its mail reaches the expert', async () => {
    const state = await file()
    expect(await gateway.command(state.start.caseId, claimOf(state))).toMatchObject({ events: 3 })
    expect(Object.values((await present(state.start.caseId)).tasks).map((task) => task.status)).toEqual(['claimed'])
    await expectAgreement(state.start.caseId)
    await until(() => smtp.kept.length > 0, 'the mail of receipt is sent')
    expect(await gateway.ready()).toEqual({ engine: true, worker: true })
  })

  it('goes on after kill -9 where it was', async () => {
    const state = await file()
    worker.kill('SIGKILL')
    await ended(worker)
    worker = startWorker()
    expect(await gateway.command(state.start.caseId, claimOf(state))).toHaveProperty('seq')
    await expectAgreement(state.start.caseId)
  })

  it('starts by its housekeeping what a crash left between the filing and its workflow', async () => {
    const intake = await office.intake({ at: Date.now() })
    if (!('start' in intake)) throw new Error(intake.kind)
    await office.sql.query(`update intake set created_at = created_at - interval '1 minute' where id = $1`, [intake.id])
    await client.schedule.getHandle(HOUSEKEEPING_SCHEDULE).trigger()
    await until(async () => (await office.cases.load(intake.id)) !== null, 'the appeal is started')
    await until(async () => (await gateway.snapshot(intake.id)) !== null, 'its workflow runs')
    expect(await createStartReader(office.db).load(intake.id)).toMatchObject({ start: { caseId: intake.id } })
    await expectAgreement(intake.id)
  })

  it('marks by its housekeeping a filing that the rules refused, and does not look at it again', async () => {
    const stranger = { kind: 'staff', id: CLERK, grants: [] } as const
    const file = { id: 'file-by-a-stranger', at: Date.now(), actor: stranger, kind: 'FileAppeal', data: {} } as const
    const intake = await office.intake({ at: file.at, file })
    if (!('start' in intake)) throw new Error(intake.kind)
    await gateway.start({ start: intake.start, file: intake.file })
    await until(async () => (await gateway.filingRefusal(intake.id)) !== null, 'the engine refuses it')
    await office.sql.query(`update intake set created_at = created_at - interval '1 minute' where id = $1`, [intake.id])
    await client.schedule.getHandle(HOUSEKEEPING_SCHEDULE).trigger()
    await until(async () => (await office.intakes.refusalOf(intake.id)) !== null, 'the intake is marked')
    expect(await office.intakes.refusalOf(intake.id)).toMatchObject({ refusal: 'not-permitted' })
  })

  it('keeps by its housekeeping the heads of today outside the database, and deletes sessions that ended long ago', async () => {
    const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000)
    const insert = `insert into session (token_hash, person_kind, person_id, created_at, idle_until, absolute_until) values ($1, 'staff', $2, $3, $3, $3)`
    await office.sql.query(insert, ['long ago', CLERK, ago(91)])
    await office.sql.query(insert, ['last quarter', CLERK, ago(89)])
    await rm(join(data, 'heads'), { recursive: true, force: true })
    const { start, seq } = await file()
    await client.schedule.getHandle(HOUSEKEEPING_SCHEDULE).trigger()
    await until(async () => (await filesOf(join(data, 'heads'))).length > 0, 'the heads are written')
    const [name, ...others] = await filesOf(join(data, 'heads'))
    expect([name, others]).toEqual([expect.stringMatching(/^heads-\d{4}-\d{2}-\d{2}\.jsonl$/), []])
    expect(await readFile(join(data, 'heads', name ?? ''), 'utf8')).toContain(`{"caseId":"${start.caseId}","seq":${seq},"hash":"`)
    const { rows } = await office.sql.query('select token_hash from session order by token_hash')
    expect(rows).toEqual([{ token_hash: 'last quarter' }])
  })

  it('has one postman however often it is started', async () => {
    const { runId } = await client.workflow.getHandle(POSTMAN_ID).describe()
    worker.kill('SIGKILL')
    await ended(worker)
    worker = startWorker()
    await until(async () => (await gateway.ready()).worker, 'the worker serves')
    expect(await client.workflow.getHandle(POSTMAN_ID).describe()).toMatchObject({ runId, status: { name: 'RUNNING' } })
  })

  it('ends what is under way when it is told to stop', async () => {
    const state = await file()
    expect(await gateway.command(state.start.caseId, claimOf(state))).toHaveProperty('seq')
    worker.kill('SIGTERM')
    await ended(worker)
    expect([worker.exitCode, worker.signalCode]).toEqual([0, null])
    worker = startWorker()
    await expectAgreement(state.start.caseId)
  })
})
