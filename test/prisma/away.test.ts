import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { CONNECT_MS, createDatabase, type Database, SILENCE_MS, STATEMENT_MS } from '../../prisma/database.ts'
import { postgresForTests } from '../../scripts/services/for-tests.ts'

let url: URL
beforeAll(async () => {
  url = new URL(await postgresForTests())
})

const open: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const end of open.reverse()) await end()
})

/** A listener in the place of the database; `onSocket` says what it does with whoever connects. */
async function listening(onSocket: (socket: Socket) => void): Promise<{ port: number; sockets: Socket[]; server: Server }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    sockets.push(socket)
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, sockets, server }
}

function databaseAt(port: number): Database {
  const there = new URL(url)
  there.port = String(port)
  const db = createDatabase({ url: there.href, connections: 2 })
  open.push(() => db.$disconnect())
  return db
}

const ask = (db: Database): Promise<{ one: number }[]> => db.$queryRaw<{ one: number }[]>`select 1 as one`

describe('a database that is away', () => {
  it('is given up in less than the five seconds within which an answer is due', () => {
    expect(CONNECT_MS).toBeLessThan(5_000)
    expect(STATEMENT_MS + SILENCE_MS).toBeLessThan(5_000)
  })

  it('is a fault where nothing listens', async () => {
    const { port, server } = await listening(() => {})
    server.close()
    const db = databaseAt(port)
    await expect(ask(db)).rejects.toThrow()
  })

  it('is a fault where something listens and says nothing', async () => {
    const db = databaseAt((await listening(() => {})).port)
    await expect(ask(db)).rejects.toThrow()
  })

  it('is a fault where it falls silent in the middle of the talk, and answers again afterwards', async () => {
    let silent = false
    const { port } = await listening((socket) => {
      const real = connect(Number(url.port), '127.0.0.1')
      real.on('error', () => {})
      socket.on('data', (data) => silent || real.write(data))
      real.on('data', (data) => silent || socket.write(data))
      socket.on('close', () => real.destroy())
      real.on('close', () => socket.destroy())
    })
    const db = databaseAt(port)
    expect(await ask(db)).toEqual([{ one: 1 }])
    silent = true
    await expect(ask(db)).rejects.toThrow()
    silent = false
    const recovered = async (): Promise<unknown> => ask(db).catch(() => recovered())
    expect(await recovered()).toEqual([{ one: 1 }])
  })

  it('is connected to again by itself after its connections were cut', async () => {
    const db = databaseAt(Number(url.port))
    expect(await ask(db)).toEqual([{ one: 1 }])
    const other = databaseAt(Number(url.port))
    await other.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    const recovered = async (): Promise<unknown> => ask(db).catch(() => recovered())
    expect(await recovered()).toEqual([{ one: 1 }])
  })

  it('gives up a statement that takes too long', async () => {
    const db = databaseAt(Number(url.port))
    await expect(db.$queryRaw`select pg_sleep(120)::text`).rejects.toThrow(/statement timeout|timeout/)
  })
})

describe('a statement', () => {
  it('is planned once a connection and known by its name', async () => {
    const db = createDatabase({ url: url.href, connections: 1 })
    open.push(() => db.$disconnect())
    for (let count = 0; count < 3; count += 1) await db.$queryRaw`select ${count}::integer as one`
    const names = await db.$queryRaw<{ name: string; times: number }[]>`
      select name, (generic_plans + custom_plans)::integer as times from pg_prepared_statements where statement like 'select $1::integer as one'`
    expect(names).toEqual([{ name: expect.stringMatching(/^h[0-9a-f]{24}$/), times: 3 }])
  })
})
