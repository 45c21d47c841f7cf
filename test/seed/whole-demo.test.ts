import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { type Asking, askAs, demoFile, type RunningDemo, startDemo } from './running-demo.ts'

const START_MS = 400_000

let data = ''
let running: RunningDemo | undefined
const demo = (): RunningDemo => {
  if (!running) throw new Error('no demo runs')
  return running
}
const as = async (username: string): Promise<Asking> => askAs(demo().baseUrl, { username, password: `${username}-demo` })
// biome-ignore lint/suspicious/noExplicitAny: answers of the API under test
const counted = (all: any[], key: (one: any) => unknown): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of all) counts[String(key(one))] = (counts[String(key(one))] ?? 0) + 1
  return counts
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hongyan-demo-'))
  running = await startDemo(data)
}, START_MS)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
}, 240_000)

describe('a first start', () => {
  it('shows its progress, prints the users, and refuses none of the steps of the demo', () => {
    expect(demo().printed()).toContain('演示数据 / demo data [########################] 159/159')
    expect(demo().printed()).toMatch(
      /clerk\.lake\.reception \/ clerk\.lake\.reception-demo +clerk · dist-lake · dist-lake\.general\.reception/,
    )
    expect(demo().printed()).not.toContain('未执行 / refused')
    expect(demo().printed()).not.toContain('未达到 / not reached')
  })

  it('writes a demo.json of which every user can sign in with that role', async () => {
    const file = await demoFile(data)
    expect([file.baseUrl, file.mailUrl]).toEqual([demo().baseUrl, `${demo().baseUrl}/dev/mail`])
    expect(file.temporalAddress).toMatch(/^127\.0\.0\.1:\d+$/)
    expect([file.users.length, file.experts.length]).toEqual([63, 60])
    expect(file.users.find((user) => user.username === 'clerk.east.care')).toEqual({
      username: 'clerk.east.care',
      password: 'clerk.east.care-demo',
      role: 'clerk',
      station: 'city-east',
      windows: ['city-east.health.care', 'city-east.health.hospital-liaison'],
    })
    expect(file.experts.find((expert) => expert.email === 'expert07@experts.example')).toMatchObject({ language: 'en', tier: 'A' })
    for (const { username, password, role, windows } of file.users) {
      const me = await (await askAs(demo().baseUrl, { username, password })).get('/api/me')
      const grant = me.grants.find((one: { role: string; actingFor: null }) => one.role === role && one.actingFor === null)
      expect([username, grant?.windows.toSorted()]).toEqual([username, windows.toSorted()])
    }
  }, 240_000)

  it('lets an expert sign in by the code of a mail', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const email = 'expert01@experts.example'
    const asked = await fetch(`${demo().baseUrl}/api/sign-in-codes`, { method: 'POST', headers, body: JSON.stringify({ email }) })
    expect(asked.status).toBe(202)
    const mail = await untilMail(email)
    const code = /\b(\d{6})\b/.exec(mail.text)?.[1]
    const me = await (await askAs(demo().baseUrl, { email, code })).get('/api/me')
    expect([me.kind, me.name]).toEqual(['expert', '赵立春'])
  })

  it('opens on forty appeals in every state, at real time', async () => {
    const supervisor = await as('province.supervisor')
    const { appeals } = await supervisor.get('/api/appeals?limit=200')
    expect(counted(appeals, (one) => one.item.code)).toEqual({
      'child-schooling': 14,
      funding: 10,
      'medical-care': 7,
      'residence-permit': 9,
    })
    const closed = appeals.filter((one: { status: string }) => one.status !== 'open')
    expect(counted(closed, (one) => one.result)).toEqual({
      settled: 4,
      'partly-settled': 2,
      explained: 3,
      withdrawn: 1,
      lapsed: 1,
      'not-accepted': 1,
    })
    expect(appeals.filter((one: { rating: number | null }) => one.rating !== null)).toHaveLength(4)
    const colours = counted((await supervisor.get('/api/appeals?status=open&limit=200')).appeals, (one) => one.colour)
    const { green = 0, yellow = 0, red = 0 } = colours
    expect([green >= 10, yellow >= 2, red >= 5]).toEqual([true, true, true])

    const oldest = Math.min(...appeals.map((one: { receivedAt: string }) => Date.parse(one.receivedAt)))
    expect((Date.now() - oldest) / 86_400_000).toBeGreaterThan(15)
    const board = await supervisor.get('/api/supervision/board')
    expect(Math.abs(Date.parse(board.at) - Date.now())).toBeLessThan(600_000)
  })

  it('has work in every list: unclaimed, waiting, overdue, done, and decisions to be taken', async () => {
    const supervisor = await as('province.supervisor')
    const tasksOf = async (view: string): Promise<unknown[]> => (await supervisor.get(`/api/tasks?view=${view}&limit=200`)).tasks
    expect((await tasksOf('unclaimed')).length).toBeGreaterThanOrEqual(4)
    expect(await tasksOf('waiting')).toHaveLength(6)
    expect((await tasksOf('overdue')).length).toBeGreaterThanOrEqual(4)
    expect((await tasksOf('done')).length).toBeGreaterThan(30)
    expect((await supervisor.get('/api/supervision/overdue')).appeals.length).toBeGreaterThanOrEqual(5)
    const decisions = async (username: string): Promise<string[]> =>
      (await (await as(username)).get('/api/supervision/decisions')).decisions.map((one: { kind: string }) => one.kind)
    expect(await decisions('head.education')).toContain('extension')
    expect(await decisions('supervisor.hill')).toContain('arbitration')
    expect(await decisions('clerk.lake.schooling')).toContain('order')
  })

  it('has the mails of all that in its inbox, in the language of each expert', async () => {
    const mails = await inbox()
    expect(mails.length).toBeGreaterThan(200)
    const to = (address: string): { subject: string }[] => mails.filter((mail) => mail.to.includes(address))
    expect(to('expert37@experts.example').some((mail) => /[一-龥]/.test(mail.subject))).toBe(false)
    expect(to('expert43@experts.example').every((mail) => /[一-龥]/.test(mail.subject))).toBe(true)
    expect(to('lead.lake@office.example').length).toBeGreaterThan(0)
  })
})

describe('the next start', () => {
  it(
    'at a speed goes on with the same appeals, and their limits pass while one watches',
    async () => {
      const before = await (await as('province.supervisor')).get('/api/supervision/board')
      expect(await demo().stop()).toBe(0)
      running = await startDemo(data, ['--speed', '20000'])
      expect(demo().printed()).not.toContain('演示数据 / demo data')
      expect((await demoFile(data)).baseUrl).toBe(demo().baseUrl)

      const supervisor = await as('province.supervisor')
      const first = await supervisor.get('/api/supervision/board')
      expect(Date.parse(first.at)).toBeGreaterThan(Date.parse(before.at))
      expect((await supervisor.get('/api/appeals?limit=200')).appeals).toHaveLength(40)
      const later = await untilRed(supervisor, before.totals.red.count + 3)
      expect(Date.parse(later.at)).toBeGreaterThan(Date.parse(first.at))
    },
    START_MS,
  )
})

const mailsOf = z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() }))
type Mail = z.output<typeof mailsOf>[number]

async function inbox(query = ''): Promise<Mail[]> {
  return mailsOf.parse(await (await fetch(`${demo().baseUrl}/dev/mail.json${query}`)).json())
}

async function untilMail(address: string): Promise<Mail> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [mail] = await inbox(`?to=${encodeURIComponent(address)}`)
    if (mail) return mail
    await sleep(100)
  }
  throw new Error(`no mail to ${address}`)
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of the API under test
async function untilRed(supervisor: Asking, count: number): Promise<any> {
  for (let tries = 0; tries < 150; tries += 1) {
    const board = await supervisor.get('/api/supervision/board')
    if (board.totals.red.count >= count) return board
    await sleep(200)
  }
  throw new Error(`fewer than ${count} red appeals after half a minute`)
}
