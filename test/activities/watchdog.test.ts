import { join } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client, Connection, ScheduleOverlapPolicy } from '@temporalio/client'
import { bundleWorkflowCode, DefaultLogger, NativeConnection, type Worker } from '@temporalio/worker'
import { createEngine, type Engine } from '../../activities/engine.ts'
import { mailSettings } from '../../activities/mail/mail-settings.ts'
import { createRender } from '../../activities/mail/render.ts'
import { officeDay } from '../../activities/office-day.ts'
import { ensureRounds, WATCHDOG_ROUNDS } from '../../activities/schedules.ts'
import { wire } from '../../activities/wiring.ts'
import { createWorker } from '../../activities/worker.ts'
import { loadNoticeTemplates } from '../../catalog/loader/notices.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { REAL_TIME } from '../../domain/time/clock-face.ts'
import { createFileFolder } from '../../prisma/files/file-folder.ts'
import { createHealthReader, type HealthReader } from '../../prisma/readers/health-reader.ts'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { WATCHDOG_SCHEDULE } from '../../workflows/messages.ts'
import { anOffice, type Office } from '../prisma/office.ts'
import { EXPERT } from '../prisma/people.ts'
import { aStart, filing, ROUND_THE_CLOCK } from '../workflows/fixtures/five-stages.ts'
import { until } from '../workflows/fixtures/office.ts'
import { BROKEN, DEAF } from './fixtures/ill-cases.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const HEALTHY = 'aaaa0000'
const GONE = 'ffff0000'
const REST = '-0000-4000-8000-000000000001'
const HOUR = 3_600_000

let office: Office
let health: HealthReader
let engine: Engine
let client: Client
let connection: Connection
let native: NativeConnection
let worker: Worker
let serving: Promise<void>
let data: string
let queue: string
/** Real milliseconds by which the watchdog's own time is ahead: what it takes for two minutes later. */
let ahead = 0

beforeAll(async () => {
  office = await anOffice()
  health = createHealthReader(office.db)
  data = await mkdtemp(join(tmpdir(), 'hongyan-watchdog-'))
  const { address, namespace, taskQueue } = await temporalForTests()
  queue = taskQueue
  connection = await Connection.connect({ address })
  native = await NativeConnection.connect({ address })
  client = new Client({ connection, namespace })
  engine = createEngine(client, taskQueue)
  const render = createRender(loadNoticeTemplates(join(ROOT, 'catalog')))
  const { activities } = wire({
    database: office.db,
    writer: office.writer,
    engine,
    mail: { ...mailSettings({}, 'http://127.0.0.1'), render },
    smtpUrl: 'smtp://127.0.0.1:9',
    headsFolder: data,
    files: createFileFolder(join(data, 'files')),
    count: () => undefined,
    warn: () => undefined,
    realNow: () => Date.now() + ahead,
  })
  const bundle = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows', 'index.ts'),
    preloadModules: [join(ROOT, 'workflows', 'preload.ts')],
    logger: new DefaultLogger('WARN'),
    workflowInterceptorModules: [join(ROOT, 'test', 'activities', 'fixtures', 'ill-cases.ts')],
  })
  worker = await createWorker({ connection: native, namespace, queue: taskQueue, bundle, activities })
  serving = worker.run()
  await engine.ensureSchedules()
}, 300_000)
afterAll(async () => {
  worker.shutdown()
  await serving
  await connection.close()
  await native.close()
  await office.close()
  await rm(data, { recursive: true })
})

/** Files an appeal whose red card is due at an instant: three hours after its receipt, round the clock. */
async function filedFor(redAt: number, id: string, rest = REST): Promise<string> {
  const caseId = `${id}${rest}`
  const plain = aStart(caseId, ROUND_THE_CLOCK)
  const start = { ...plain, expert: { ...plain.expert, id: EXPERT } }
  const file = { ...filing(redAt - 3 * HOUR, `file-${caseId}`), actor: { kind: 'expert' as const, id: EXPERT } }
  const intake = await office.intake({ start, file })
  if (!('start' in intake)) throw new Error(intake.kind)
  await engine.start(caseId, { start: intake.start, file: intake.file, face: REAL_TIME })
  await until(async () => (await office.cases.load(caseId)) !== null, 'the filing is stored')
  return caseId
}

/** An appeal that waits for its red card, filed long enough before it, however slow the machine. */
async function filedInTime(id: string): Promise<{ readonly caseId: string; readonly redAt: number }> {
  for (const [n, leadMs] of [4_000, 16_000, 60_000].entries()) {
    const redAt = Date.now() + leadMs
    const caseId = await filedFor(redAt, id, `-0000-4000-8000-00000000001${n}`)
    if (Date.now() < redAt - 1_000) return { caseId, redAt }
  }
  throw new Error('filing takes longer than a minute')
}

async function redCards(caseId: string): Promise<readonly Extract<CaseEvent, { type: 'RungFired' }>[]> {
  const events = await office.cases.events(caseId)
  return events.filter((event) => event.type === 'RungFired').filter((event) => event.data.rung === 'stage-red')
}

const watch = () => client.schedule.getHandle(WATCHDOG_SCHEDULE).trigger()
/** Rounds of the watchdog, one after the other, until something holds; a round that was under way is waited for. */
async function watchUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let rounds = 0; !(await holds()); rounds += 1) {
    if (rounds === 20) throw new Error('twenty rounds of the watchdog changed nothing')
    const before = (await health.rounds()).get('watchdog')?.at
    await watch()
    await until(async () => (await health.rounds()).get('watchdog')?.at !== before, 'a round of the watchdog ends')
  }
}

const kindsOf = async (caseId: string) => (await health.stuck('all', 50)).filter((row) => row.caseId === caseId).map((row) => row.kind)

describe('the watchdog', () => {
  it('raises an appeal whose timer was lost: the card is shown for the instant it was due, and the wake is counted', async () => {
    const { caseId: deaf, redAt } = await filedInTime(DEAF)
    const healthy = await filedFor(redAt, HEALTHY)
    await until(async () => (await redCards(healthy)).length === 1, 'the healthy appeal gets its card by its own timer')
    await until(() => Date.now() > redAt + 2_000, 'its timer would have fired')
    expect(await redCards(deaf)).toEqual([])

    ahead = 120_000
    await watch()
    await until(async () => (await redCards(deaf)).length === 1, 'the watchdog raises the appeal')
    expect((await redCards(deaf)).map((event) => event.at)).toEqual([redAt])
    expect(await health.count('woken', officeDay(Date.now() + ahead))).toEqual({ today: 1, total: 1 })
    expect(await redCards(healthy)).toHaveLength(1)
  }, 180_000)

  it('lists an appeal whose workflow fails with the cause, and one whose workflow is gone', async () => {
    const redAt = Date.now() - 1_000
    ahead = 0
    const broken = await filedFor(redAt + HOUR, BROKEN)
    const gone = await filedFor(redAt + HOUR, GONE)
    await until(async () => (await engine.observe(gone)).kind === 'answers', 'its first task is over')
    await client.workflow.getHandle(`appeal-${gone}`).terminate('by mistake')
    ahead = 2 * HOUR
    await watch()
    const woken = `select 1 from late_wake where case_id = any ($1)`
    await until(async () => (await office.sql.query(woken, [[broken, gone]])).rowCount === 2, 'both are told to wake')
    await office.sql.query(`update late_wake set woken_at = woken_at - interval '2 minutes'`)
    await until(async () => (await engine.observe(broken)).kind === 'failing', 'the task fails again and again')
    await watchUntil(async () => (await kindsOf(broken)).includes('engine-failing') && (await kindsOf(gone)).length > 0)
    expect(await kindsOf(broken)).toEqual(['engine-failing'])
    expect(await kindsOf(gone)).toEqual(['no-workflow'])
    const row = (await health.stuck('all', 50)).find((one) => one.caseId === broken)
    expect(row?.detail).toMatchObject({ cause: 'this release does not fit the history' })
    expect((await health.rounds()).get('watchdog')?.facts).toMatchObject({ postman: false })
  }, 180_000)

  it('takes an appeal off the list when an administrator has reset its workflow', async () => {
    const caseId = `${GONE}${REST}`
    const execution = { workflowId: `appeal-${caseId}` }
    const { events } = await client.workflow.getHandle(execution.workflowId).fetchHistory()
    const last = events?.findLast((event) => event.workflowTaskCompletedEventAttributes)?.eventId
    ahead = 0
    await office.sql.query('delete from late_wake')
    expect(await kindsOf(caseId)).toEqual(['no-workflow'])
    await client.workflowService.resetWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: execution,
      workflowTaskFinishEventId: last ?? null,
      requestId: caseId,
      reason: 'terminated by mistake',
    })
    await watchUntil(async () => (await kindsOf(caseId)).length === 0)
    expect(await redCards(caseId)).toEqual([])
  }, 180_000)

  it('is looked after twice a minute, one round at a time, so that a lost wake is found within two minutes', async () => {
    const { spec, policies, state, action } = await client.schedule.getHandle(WATCHDOG_SCHEDULE).describe()
    expect(spec.intervals).toMatchObject([{ every: 30_000 }])
    expect([policies.overlap, state.paused, action.workflowType]).toEqual([ScheduleOverlapPolicy.SKIP, false, 'watchdog'])
  })

  it('is put right when a worker starts and finds its schedule paused or altered', async () => {
    const handle = client.schedule.getHandle(WATCHDOG_SCHEDULE)
    expect(await ensureRounds(client, queue, WATCHDOG_ROUNDS)).toBe(false)
    await handle.pause('somebody wanted to look')
    expect(await ensureRounds(client, queue, WATCHDOG_ROUNDS)).toBe(true)
    expect((await handle.describe()).state.paused).toBe(false)
    await handle.update((before) => ({ ...before, spec: { intervals: [{ every: '1 hour' }] } }))
    expect(await ensureRounds(client, queue, WATCHDOG_ROUNDS)).toBe(true)
    expect((await handle.describe()).spec.intervals).toMatchObject([{ every: 30_000 }])
    expect(await ensureRounds(client, queue, WATCHDOG_ROUNDS)).toBe(false)
  })
})
