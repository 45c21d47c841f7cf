import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import request from 'supertest'
import { hashPassword } from '../../api/sessions/passwords.ts'
import { postgresForTests, temporalForTests } from '../../scripts/services/for-tests.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { calendarWithHoliday } from './calendar-with-holiday.ts'
import { scriptedSmtp, type ScriptedSmtp } from '../mail/scripted-smtp.ts'
import { until } from '../workflows/fixtures/office.ts'
import type { OutcomeBody } from './bodies.ts'
import { SCHOOLING } from './office.ts'
import { PEOPLE_SQL } from './people.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PASSWORD = 'a-password-of-the-office'
const children: ChildProcess[] = []
let sql: pg.Client
let smtp: ScriptedSmtp
let base: string
let data: string
let environment: NodeJS.ProcessEnv

function start(module: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ['--import', join(ROOT, 'test/workflows/fixtures/load-typescript.mjs'), join(ROOT, module)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}

function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

/** The worker makes its bundle first, which takes long on a busy machine. */
const READY_MS = 150_000

async function ready(end: number): Promise<void> {
  for (let said = 'nothing'; Date.now() < end; ) {
    const answer = await request(base)
      .get('/health/ready')
      .catch((error: unknown) => ({ status: 0, body: String(error) }))
    if (answer.status === 200) return
    said = JSON.stringify(answer.body)
    await new Promise((resolve) => setTimeout(resolve, 300))
    if (Date.now() >= end) throw new Error(`not ready: ${said}`)
  }
}

let api: ChildProcess
beforeAll(async () => {
  const url = await postgresForTests()
  sql = new pg.Client({ connectionString: url })
  await sql.connect()
  smtp = await scriptedSmtp(() => null)
  data = await mkdtemp(join(tmpdir(), 'hongyan-whole-'))
  const { address, namespace } = await temporalForTests()
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  environment = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtp.url,
    HONGYAN_DATA: data,
    LOG_LEVEL: 'error',
    PORT: String(port),
  }
  start('activities/main.ts', environment)
  api = start('api/main.ts', environment)
  await ready(Date.now() + READY_MS)
  await sql.query(PEOPLE_SQL)
  await sql.query('update staff set password_hash = $1', [await hashPassword(PASSWORD)])
}, 200_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(children.map(ended))
  await smtp.stop()
  await sql.end()
  await rm(data, { recursive: true })
})

/** Runs `npm run calendar` as the administrator, whose password comes by standard input. */
async function calendarCommand(asked: readonly string[]): Promise<{ status: number | null; said: string }> {
  const command = ['--import', join(ROOT, 'test/workflows/fixtures/load-typescript.mjs'), join(ROOT, 'scripts/calendar/main.ts')]
  const child = spawn(process.execPath, [...command, ...asked, '--as', 'admin', '--url', base], { env: environment, stdio: 'pipe' })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdin.end(`${PASSWORD}\n`)
  const status = await ended(child)
  return { status, said }
}

type Post = (path: string, body?: object) => Promise<request.Response>

async function asStaff(username: string): Promise<{ post: Post; get: (path: string) => Promise<request.Response> }> {
  const { body } = await request(base).post('/api/sessions').send({ username, password: PASSWORD })
  const bearer = `Bearer ${body.token}`
  return {
    post: async (path, sent = {}) => request(base).post(path).set('Authorization', bearer).set('Idempotency-Key', randomUUID()).send(sent),
    get: async (path) => request(base).get(path).set('Authorization', bearer),
  }
}

describe('the whole stack', () => {
  it('carries an appeal from filing by a liaison to its close and the call-back', async () => {
    const [liaison, clerk, schooling] = await Promise.all(['liaison', 'clerk', 'schooling'].map(asStaff))
    if (!liaison || !clerk || !schooling) throw new Error('nobody signed in')
    const { rows } = await sql.query("select id from expert where name = 'Name of ada'")
    const filed = await liaison.post('/api/appeals', { ...SCHOOLING, expertId: rows[0].id })
    expect([filed.status, filed.body.status, filed.body.tasks.length]).toEqual([201, 'open', 1])
    const { id, number } = filed.body

    const claimed = await clerk.post(`/api/tasks/${id}-t1/claim`)
    expect([claimed.status, claimed.body.status]).toEqual([200, 'claimed'])
    const accepted = await clerk.post(`/api/tasks/${id}-t1/completion`, { version: claimed.body.version, outcome: 'accept', note: 'fine' })
    expect([accepted.status, accepted.body.appeal.stage]).toEqual([200, 'matching'])
    const refused = await schooling.post(`/api/tasks/${id}-t2/completion`, { version: 7, outcome: 'matched' })
    expect([refused.status, refused.body.code, refused.body.state.version]).toEqual([409, 'stale-version', 1])

    for (let n = 2; n < 10; n += 1) {
      const clerks = { 'dist-lake.general.reception': clerk, 'dist-lake.education.schooling': schooling }
      const appeal = await liaison.get(`/api/appeals/${number}`)
      if (appeal.body.status !== 'open') break
      const open = appeal.body.tasks.find((task: { role: string; endedAt: string | null }) => task.role === 'lead' && task.endedAt === null)
      const worker = clerks[open.window as keyof typeof clerks]
      const task = await worker.get(`/api/tasks/${open.id}`)
      const best: OutcomeBody = task.body.outcomes.find((each: OutcomeBody) => each.leadsTo.result === 'settled') ?? task.body.outcomes[0]
      const done = await worker.post(`/api/tasks/${open.id}/completion`, {
        version: task.body.version,
        outcome: best.code,
        reply: `We went on by ${best.code}.`,
      })
      expect([open.stage, done.status]).toEqual([open.stage, 200])
    }
    const closed = await liaison.get(`/api/appeals/${number}`)
    expect([closed.body.status, closed.body.result]).toEqual(['aftercare', 'settled'])
    expect((await clerk.post(`/api/appeals/${number}/call-back`, { satisfied: true, note: 'happy' })).status).toBe(200)
    const events = (await clerk.get(`/api/appeals/${number}/events`)).body.events
    expect(events.map((event: { type: string }) => event.type)).toEqual(
      expect.arrayContaining(['AppealReceived', 'AppealAccepted', 'TaskCompleted', 'AppealClosed', 'CallBackRecorded']),
    )
    await until(
      () => smtp.kept.some((mail) => mail.to.includes('ada@experts.example') && mail.raw.includes(number) && /closed/i.test(mail.raw)),
      'the expert has the mail of the close',
    )
  }, 240_000)

  it('brings a calendar with one more holiday into force by its command: dates move, the expert hears of it, and the sum names the day', async () => {
    const [liaison, clerk] = await Promise.all(['liaison', 'clerk'].map(asStaff))
    if (!liaison || !clerk) throw new Error('nobody signed in')
    const { rows } = await sql.query("select id from expert where name = 'Name of ada'")
    const filed = await liaison.post('/api/appeals', { ...SCHOOLING, expertId: rows[0].id, confirmDuplicate: true })
    const { id, number } = filed.body
    const accepted = await clerk.post(`/api/tasks/${id}-t1/completion`, { version: 1, outcome: 'accept' })
    expect(accepted.status).toBe(200)
    const legal = async (): Promise<{ dueAt: string; trace: { text: { en: string } }[] }> => {
      const { body } = await liaison.get(`/api/appeals/${number}/deadlines`)
      return body.clocks.find((clock: { kind: string }) => clock.kind === 'legal')
    }
    const before = await legal()

    const file = join(data, 'cn.yaml')
    await writeFile(file, calendarWithHoliday(Date.now()))
    const looked = await calendarCommand(['import', file])
    expect([looked.status, looked.said]).toEqual([0, expect.stringMatching(/later dates: [1-9]/)])
    expect((await legal()).dueAt).toBe(before.dueAt)

    const confirmed = await calendarCommand(['import', file, '--confirm', '--reason', 'a notice of the State Council'])
    expect([confirmed.status, confirmed.said]).toEqual([0, expect.stringMatching(/ended {2}(\d+)\/\1 .*failed 0/)])
    const after = await legal()
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
    expect(after.trace.some((line) => line.text.en.includes('Day of the test'))).toBe(true)
    await until(
      () => smtp.kept.some((mail) => mail.to.includes('ada@experts.example') && mail.raw.includes(number) && /calendar/i.test(mail.raw)),
      'the expert has the mail of the moved date',
    )
    const again = await calendarCommand(['import', file])
    expect([again.status, again.said]).toEqual([2, expect.stringContaining('[calendar-not-newer]')])
    expect((await calendarCommand(['status'])).said).toMatch(/cn 2999\.1 {2}完成 ended/)
  }, 240_000)

  it('is not reached from outside this machine', async () => {
    await expect(request(base.replace('127.0.0.1', '127.0.0.2')).get('/health/live')).rejects.toThrow('ECONNREFUSED')
  })

  it('a second API on the same port ends at once and names the setting', async () => {
    const second = spawn(
      process.execPath,
      ['--import', join(ROOT, 'test/workflows/fixtures/load-typescript.mjs'), join(ROOT, 'api/main.ts')],
      { env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    children.push(second)
    let said = ''
    second.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    expect(await ended(second)).toBe(1)
    expect(said).toMatch(/port \d+ is busy; set PORT to another/)
    expect(said).not.toMatch(/^ +at /m)
  }, 240_000)

  it('stops in order when it is told to', async () => {
    api.kill('SIGTERM')
    expect(await ended(api)).toBe(0)
    await expect(request(base).get('/health/live')).rejects.toThrow()
  }, 240_000)
})
