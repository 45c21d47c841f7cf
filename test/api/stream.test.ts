import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { listen } from '../../api/serve.ts'
import { BELL_NAME } from '../../prisma/news-bell.ts'
import { createNewsStore } from '../../prisma/stores/news-store.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf, type Name } from './people.ts'
import { type Ear, type Heard, listenTo } from './stream-ear.ts'

let office: ApiOffice
let server: Server
let base: string
const ears: Ear[] = []
beforeAll(async () => {
  office = await anApiOffice()
  server = await listen(office.app, { port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const ear of ears.splice(0)) ear.hangUp()
  await calm('nobody listens', async () => office.deps.live.count() === 0)
})
afterAll(async () => {
  await office.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** A stream of this person, once it is ready. */
async function ear(who: Name, query = '', lastId: number | null = null, token?: string): Promise<Ear> {
  const bearer = token ?? (await office.tokenOf(who)) ?? ''
  const found = await listenTo(`${base}/api/stream${query}`, {
    Authorization: `Bearer ${bearer}`,
    ...(lastId !== null && { 'Last-Event-ID': String(lastId) }),
  })
  ears.push(found)
  await found.until('ready', (heard) => heard.some((each) => each.event === 'ready'))
  return found
}

const newsOf = (heard: readonly Heard[]): readonly unknown[] => heard.filter((each) => each.event === 'message').map((each) => each.data)
const saysNumber = (number: string) => (heard: readonly Heard[]) => JSON.stringify(newsOf(heard)).includes(number)

/** Waits until the stream has passed an id: what it has not said until then, it will not say. */
async function passed(one: Ear, id: number): Promise<void> {
  await one.until(`the position ${id}`, () => one.lastId() >= id)
}
async function newestId(): Promise<number> {
  const { rows } = await office.sql.query<{ id: string }>('select max(id) as id from news')
  return Number(rows[0]?.id)
}
async function calm(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error(`did not come about: ${what}`)
}

describe('a page that is open', () => {
  it('hears of an appeal of its window, of its station, of its own; and nobody else does', async () => {
    const [clerk, lake, province, ada] = [await ear('clerk'), await ear('lake'), await ear('province'), await ear('ada')]
    const others = await Promise.all((['portclerk', 'port', 'bo', 'admin'] as const).map((who) => ear(who)))
    const { number, id } = await office.file('ada')
    for (const one of [clerk, lake, province, ada]) await one.until(number, saysNumber(number))
    for (const one of [clerk, lake, province]) expect(newsOf(one.heard)).toEqual([{ kind: 'appeal', number, seq: 6, tasks: [`${id}-t1`] }])
    expect(newsOf(ada.heard)).toEqual([{ kind: 'appeal', number }])
    const newest = await newestId()
    for (const one of others) {
      await passed(one, newest)
      expect(newsOf(one.heard)).toEqual([])
    }
  })

  it('hears as an expert nothing of what only the offices read', async () => {
    const { number, id } = await office.file('ada')
    const before = await newestId()
    const [clerk, ada] = [await ear('clerk', '', before), await ear('ada', '', before)]
    const answer = await office.post('clerk', `/api/tasks/${id}-t1/comment`, { note: 'call the school' })
    expect(answer.status).toBe(200)
    await clerk.until(number, saysNumber(number))
    await passed(ada, await newestId())
    expect(newsOf(ada.heard)).toEqual([])
  })

  it('hears after a cut of everything that happened meanwhile', async () => {
    const first = await ear('clerk')
    const numbers = [(await office.file()).number]
    await first.until('the first', saysNumber(numbers[0] ?? ''))
    first.hangUp()
    await first.over
    for (let count = 0; count < 3; count += 1) numbers.push((await office.file()).number)
    const again = await ear('clerk', '', first.lastId())
    for (const number of numbers.slice(1)) expect(saysNumber(number)(again.heard)).toBe(true)
    expect(again.heard.find((each) => each.event === 'ready')?.data).toMatchObject({ reset: false, speed: 1 })
  })

  it('hears at first of what happened since its data were read', async () => {
    const { number } = await office.file()
    expect(saysNumber(number)((await ear('clerk', '?behind=600000')).heard)).toBe(true)
    expect(newsOf((await ear('clerk', `?after=${await newestId()}`)).heard)).toEqual([])
  })

  it('reads everything anew where what it missed is kept no longer', async () => {
    const first = await ear('clerk')
    first.hangUp()
    await calm('nobody listens', async () => office.deps.live.count() === 0)
    await office.file()
    await office.file()
    await office.sql.query("update news set said_at = said_at - interval '2 hours'")
    expect(await createNewsStore(office.database).removeEndedBefore(Date.now() - 3_600_000)).toBeGreaterThan(1)
    expect((await ear('clerk', '', first.lastId())).heard.find((each) => each.event === 'ready')?.data).toMatchObject({ reset: true })
  })

  it('loses nothing that was written before and committed after what it has heard', async () => {
    const one = await ear('clerk')
    await office.sql.query("begin; insert into news (kind) values ('offices')")
    try {
      const { number } = await office.file()
      await one.until(number, saysNumber(number))
      const cut = one.lastId()
      one.hangUp()
      await office.sql.query('commit')
      const again = await ear('clerk', '', cut)
      await again.until('the late one', (heard) => newsOf(heard).some((each) => JSON.stringify(each) === '{"kind":"offices"}'))
      await passed(again, await newestId())
    } finally {
      await office.sql.query('rollback')
    }
  })

  it('hears on when the connection that listens is killed', async () => {
    const one = await ear('clerk')
    const listening = async (): Promise<number[]> =>
      (await office.sql.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [BELL_NAME])).rows.map(
        ({ pid }) => pid,
      )
    await calm('a connection listens', async () => (await listening()).length === 1)
    const [pid] = await listening()
    await office.sql.query('select pg_terminate_backend($1)', [pid])
    const { number } = await office.file()
    await one.until(number, saysNumber(number))
    await calm('another listens', async () => (await listening()).some((each) => each !== pid))
    const next = await office.file()
    await one.until(next.number, saysNumber(next.number))
  })

  it('is told that its session has ended, and hears no more', async () => {
    const token = (await office.tokenOf('lead')) ?? ''
    const one = await ear('lead', '', null, token)
    const answer = await fetch(`${base}/api/sessions/current`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(204)
    await one.over
    expect(one.heard.at(-1)?.event).toBe('ended')
  })

  it('hears nothing of a window whose role was taken away, from then on', async () => {
    const one = await ear('colleague')
    await office.sql.query("update membership set valid_to = '2020-01-02' where staff_id = $1", [idOf('colleague')])
    const { number } = await office.file()
    await one.until('the change of rights', (heard) => newsOf(heard).some((each) => JSON.stringify(each) === '{"kind":"person"}'))
    await passed(one, await newestId())
    expect(saysNumber(number)(one.heard)).toBe(false)
  })

  it('hears who comes to a task of its window', async () => {
    const { id } = await office.file()
    const [clerk, port] = [await ear('clerk'), await ear('portclerk')]
    expect((await office.post('clerk', `/api/tasks/${id}-t1/presence`, { here: true })).status).toBe(200)
    await clerk.until('presence', (heard) => JSON.stringify(newsOf(heard)).includes(`{"kind":"presence","tasks":["${id}-t1"]}`))
    await passed(port, await newestId())
    expect(newsOf(port.heard)).toEqual([])
  })

  it('is refused where the person has eight open', async () => {
    for (let count = 0; count < 8; count += 1) await ear('auditor')
    expect((await office.get('auditor', '/api/stream')).body).toMatchObject({ status: 429, code: 'too-many-streams' })
  })

  it('is ended in order when the API stops', async () => {
    const one = await ear('clerk')
    await office.deps.live.close()
    await one.over
    expect((await office.get('clerk', '/api/stream')).status).toBe(503)
  })
})
