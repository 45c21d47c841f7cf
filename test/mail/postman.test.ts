import { afterEach, describe, expect, it } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import { createMailer } from '../../activities/mail/mailer.ts'
import { runPostman, type PostmanDeps } from '../../activities/mail/postman-loop.ts'
import { COMPOSE } from './compose-deps.ts'
import { MemoryOutbox } from './memory-outbox.ts'
import { aRow } from './rows.ts'
import { scriptedSmtp, type Behaviour, type ScriptedSmtp } from './scripted-smtp.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function serverThat(behave: (recipient: string) => Behaviour | null = () => null, port = 0): Promise<ScriptedSmtp> {
  const server = await scriptedSmtp(behave, port)
  ends.push(() => server.stop())
  return server
}

function postman(outbox: MemoryOutbox, smtpUrl: string, changes: Partial<PostmanDeps> = {}): () => Promise<void> {
  const stop = new AbortController()
  const running = runPostman(
    {
      ...COMPOSE,
      outbox,
      openMailer: () => createMailer({ smtpUrl }),
      caseNow: () => 1_000,
      realNow: outbox.realNow,
      warn: () => undefined,
      idleMs: 5,
      ...changes,
    },
    stop.signal,
  )
  const end = async (): Promise<void> => {
    stop.abort()
    await running
  }
  ends.push(end)
  return end
}

async function until(done: () => boolean): Promise<void> {
  for (const end = Date.now() + 40_000; !done() && Date.now() < end; ) await wait(10)
  expect(done()).toBe(true)
}

const rowTo = (id: string, address: string, more: Parameters<typeof aRow>[0] = {}): ReturnType<typeof aRow> =>
  aRow({ id, seq: Number(id), recipientId: address, person: { name: 'Anna Berg', address, language: 'en' }, ...more })

describe('the postman', () => {
  it('hands each mail to the server once and marks it accepted', async () => {
    const server = await serverThat()
    const outbox = new MemoryOutbox()
    for (let n = 1; n <= 40; n += 1) outbox.put(rowTo(String(n), `reader${n}@experts.example`))
    const end = postman(outbox, server.url)
    await until(() => outbox.rows.every((row) => row.status === 'accepted'))
    await end()
    expect(server.kept).toHaveLength(40)
    expect(new Set(server.kept.map((mail) => mail.messageId)).size).toBe(40)
    expect(server.kept.every((mail) => mail.to.length === 1)).toBe(true)
    expect(server.mostConnections()).toBeLessThanOrEqual(8)
  })

  it('sends also what it took in a look whose answer was lost', async () => {
    const server = await serverThat()
    const outbox = new (class extends MemoryOutbox {
      override async claim(limit: number, caseNow: number): ReturnType<MemoryOutbox['claim']> {
        const taken = await super.claim(limit, caseNow)
        if (this.claims === 1) throw new Error('the connection broke after the commit')
        return taken
      }
    })()
    for (let n = 1; n <= 3; n += 1) outbox.put(rowTo(String(n), `reader${n}@experts.example`))
    postman(outbox, server.url)
    await until(() => outbox.rows.every((row) => row.status === 'accepted'))
    expect(server.kept).toHaveLength(3)
  })

  it('keeps the order of one reader of one appeal, and lets nobody else wait', async () => {
    const slow = { until: Date.now() + 200 }
    const server = await serverThat((to) =>
      to === 'slow@experts.example' && Date.now() < slow.until ? { at: 'rcpt', answer: '421 later' } : null,
    )
    const outbox = new MemoryOutbox()
    outbox.put(rowTo('1', 'slow@experts.example'))
    outbox.put(rowTo('2', 'slow@experts.example'))
    outbox.put(rowTo('3', 'quick@experts.example'))
    outbox.put(rowTo('4', 'slow@experts.example'))
    postman(outbox, server.url)
    await until(() => server.kept.length === 4)
    const slowIds = [1, 2, 4].map((n) => outbox.rows[n - 1]?.row.id)
    expect(server.kept.filter((mail) => mail.to[0] === 'slow@experts.example').map((mail) => mail.messageId)).toEqual(
      await idsOf(outbox, slowIds),
    )
  })

  it('a mail whose time has not come in case time stays where it is', async () => {
    const server = await serverThat()
    const outbox = new MemoryOutbox()
    outbox.put(rowTo('1', 'later@experts.example'), 1_001)
    outbox.put(rowTo('2', 'now@experts.example'), 1_000)
    let caseNow = 1_000
    postman(outbox, server.url, { caseNow: () => caseNow })
    await until(() => server.kept.length === 1)
    await wait(60)
    expect(server.kept.map((mail) => mail.to[0])).toEqual(['now@experts.example'])
    caseNow = 1_001
    await until(() => server.kept.length === 2)
  })

  it('4xx is queued for later with the server’s words, 5xx is failed and told to the window', async () => {
    const server = await serverThat((to) =>
      to === 'busy@experts.example'
        ? { at: 'dot', answer: '451 busy' }
        : to === 'gone@experts.example'
          ? { at: 'rcpt', answer: '550 no such user' }
          : null,
    )
    const outbox = new MemoryOutbox()
    const busy = outbox.put(rowTo('1', 'busy@experts.example'))
    const gone = outbox.put(rowTo('2', 'gone@experts.example'))
    const fine = outbox.put(rowTo('3', 'fine@experts.example'))
    const before = Date.now()
    postman(outbox, server.url)
    await until(() => busy.error !== null && gone.status === 'failed' && fine.status === 'accepted')
    expect(busy.status).toBe('queued')
    expect(busy.error).toContain('451 busy')
    expect(busy.nextAttemptAt).toBeGreaterThanOrEqual(before + 60_000)
    expect(gone.error).toContain('550 no such user')
    expect(gone.tellWindow).toBe(true)
    expect(server.kept).toHaveLength(1)
  })

  it('a connection that breaks after the final dot makes the mail uncertain; it is sent again with the same Message-ID', async () => {
    let isCutting = true
    const server = await serverThat((to) => (to !== '' && isCutting ? { at: 'taken-then-dot', answer: 'cut' } : null))
    const clock = { now: 1_000_000 }
    const outbox = new MemoryOutbox(() => clock.now)
    const row = outbox.put(rowTo('1', 'anna@experts.example'))
    postman(outbox, server.url)
    await until(() => row.status === 'uncertain')
    expect(server.kept).toHaveLength(1)
    isCutting = false
    clock.now += 10_000
    await until(() => row.status === 'accepted')
    expect(row.row.wasUncertain).toBe(true)
    expect(server.kept).toHaveLength(2)
    expect(server.kept[1]?.messageId).toBe(server.kept[0]?.messageId)
    expect(server.kept[0]?.messageId).toMatch(/^<[0-9a-f]{32}@hongyan\.example>$/)
  })

  it('a connection that breaks in the middle of a message leaves the mail queued and certain', async () => {
    let isCutting = true
    const server = await serverThat((to) => (to !== '' && isCutting ? { at: 'mid-data', answer: 'cut' } : null))
    const outbox = new MemoryOutbox()
    const row = outbox.put(
      rowTo('1', 'anna@experts.example', {
        text: 'long '.repeat(3_000),
        params: { ...Object(aRow().params), textId: 'x' },
        kind: 'closed',
      }),
    )
    postman(outbox, server.url)
    await until(() => row.error !== null)
    isCutting = false
    await until(() => row.status === 'accepted')
    expect(server.kept).toHaveLength(1)
  })

  it('what a killed postman left in sending becomes uncertain and goes out again', async () => {
    const server = await serverThat()
    const outbox = new MemoryOutbox()
    const left = outbox.put(rowTo('1', 'anna@experts.example'), 0, 'sending')
    postman(outbox, server.url)
    await until(() => left.status === 'accepted')
    expect(left.row.wasUncertain).toBe(true)
  })

  it('a server that is away is waited for; nothing is lost, doubled or called uncertain', async () => {
    const first = await serverThat()
    const port = Number(new URL(first.url).port)
    await first.stop()
    const outbox = new MemoryOutbox()
    for (let n = 1; n <= 20; n += 1) outbox.put(rowTo(String(n), `reader${n}@experts.example`))
    postman(outbox, `smtp://127.0.0.1:${port}`)
    await until(() => outbox.rows.some((row) => row.error !== null))
    const server = await serverThat(() => null, port)
    await until(() => outbox.rows.every((row) => row.status === 'accepted'))
    expect(server.kept).toHaveLength(20)
    expect(outbox.rows.some((row) => row.row.wasUncertain)).toBe(false)
  })

  it('a database that is away for the marking is waited for, and the mail is not sent twice', async () => {
    const server = await serverThat()
    const outbox = new MemoryOutbox()
    const row = outbox.put(rowTo('1', 'anna@experts.example'))
    outbox.failNextSettles = 2
    postman(outbox, server.url)
    await until(() => row.status === 'accepted')
    expect(server.kept).toHaveLength(1)
  })

  it('an address that no mail may go to fails without a word to the server', async () => {
    const server = await serverThat()
    const outbox = new MemoryOutbox()
    const bad = outbox.put(rowTo('1', 'a@experts.example, b@experts.example', { recipientId: 'e1' }))
    postman(outbox, server.url)
    await until(() => bad.status === 'failed')
    expect(bad.tellWindow).toBe(true)
    expect(bad.error).toBe('address of expert e1 is not valid')
    expect(server.mostConnections()).toBe(0)
  })

  it('stops within its grace although the server is silent, and leaves the mail to the next postman', async () => {
    const server = await serverThat((to) => (to === '' ? null : { at: 'rcpt', answer: '250-never ends' }))
    const outbox = new MemoryOutbox()
    const row = outbox.put(rowTo('1', 'anna@experts.example'))
    const end = postman(outbox, server.url)
    await until(() => row.status === 'sending')
    await wait(50)
    await end()
    expect(row.status).toBe('queued')
  })
})

async function idsOf(outbox: MemoryOutbox, ids: readonly (string | undefined)[]): Promise<readonly string[]> {
  const { messageIdOf } = await import('../../activities/mail/message-id.ts')
  return outbox.rows.filter((kept) => ids.includes(kept.row.id)).map((kept) => messageIdOf(kept.row, 'hongyan.example'))
}
