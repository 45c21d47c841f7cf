import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { embeddedPostgres } from '../../scripts/services/postgres.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { identityOf } from '../../scripts/services/processes/identity.ts'
import { stopProcess } from '../../scripts/services/processes/stop-process.ts'
import { temporalProgram } from '../../scripts/services/temporal/programs.ts'
import { raiseRetention, spawnTemporal, temporalReady } from '../../scripts/services/temporal/server.ts'

/** Starting servers takes its time where many tests share two cores. */
jest.setTimeout(180_000)

const places: string[] = []
const children: ChildProcess[] = []

async function aPlace(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'hongyan-services-'))
  places.push(place)
  return place
}

async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

afterAll(async () => {
  for (const child of children) {
    const identity = child.pid === undefined ? undefined : identityOf(child.pid)
    if (identity) await stopProcess(identity, 'SIGINT', 10_000)
  }
  for (const place of places) await rm(place, { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('keeps what was committed when its server is killed, and starts again in the same place', async () => {
    const place = await aPlace()
    const log = join(place, 'postgres.log')
    const first = await embeddedPostgres(place, await freePort(), log)
    const killed = await first.spawn()
    children.push(killed)
    await first.ready(killed)
    await ask(await first.database(), "create table kept as select 'one' as word")
    await killHard(killed)

    const second = await embeddedPostgres(place, await freePort(), log)
    const again = await second.spawn()
    children.push(again)
    await second.ready(again)
    expect(await ask(await second.database(), 'select word from kept')).toEqual([{ word: 'one' }])
  })

  it('stops a server that lives on after its starter was killed, before it starts its own', async () => {
    const place = await aPlace()
    const log = join(place, 'postgres.log')
    const first = await embeddedPostgres(place, await freePort(), log)
    const orphan = await first.spawn()
    children.push(orphan)
    await first.ready(orphan)
    const ended = once(orphan, 'exit')

    const second = await embeddedPostgres(place, await freePort(), log)
    const own = await second.spawn()
    children.push(own)
    await second.ready(own)
    expect(await ended).toEqual([0, null])
    const pidFile = await readFile(join(second.cluster.data, 'postmaster.pid'), 'utf8')
    expect(pidFile.split('\n')[0]).toBe(String(own.pid))
  })

  it('starts over when a postmaster.pid names a process that is no server of this place', async () => {
    const place = await aPlace()
    const log = join(place, 'postgres.log')
    const postgres = await embeddedPostgres(place, await freePort(), log)
    await writeFile(join(postgres.cluster.data, 'postmaster.pid'), `${process.pid}\n${postgres.cluster.data}\n0\n1\n\n127.0.0.1\n`)
    const child = await postgres.spawn()
    children.push(child)
    await postgres.ready(child)
    expect(child.exitCode).toBeNull()
  })

  it('says where the log is when the server cannot start', async () => {
    const place = await aPlace()
    const log = join(place, 'postgres.log')
    const postgres = await embeddedPostgres(place, 1, log)
    await writeFile(join(postgres.cluster.data, 'postgresql.conf'), 'no_such_setting = 1\n')
    const child = await postgres.spawn()
    await expect(postgres.ready(child)).rejects.toThrow(log)
  })
})

describe('the one-machine Temporal server', () => {
  it('knows its cases again after a kill, and keeps histories for ten years', async () => {
    const place = await aPlace()
    const [file, log] = [join(place, 'temporal.db'), join(place, 'temporal.log')]
    const program = await temporalProgram()
    const start = async (): Promise<[ChildProcess, string]> => {
      const ports = { frontend: await freePort(), http: await freePort(), metrics: await freePort() }
      const child = spawnTemporal(program, ports, file, log)
      children.push(child)
      await temporalReady(ports, child, log)
      return [child, `127.0.0.1:${ports.frontend}`]
    }
    const [killed, before] = await start()
    await raiseRetention(before, 3650)
    const first = await Connection.connect({ address: before })
    await new Client({ connection: first }).workflow.start('appeal', { workflowId: 'appeal-kept', taskQueue: 'nobody' })
    await first.close()
    await killHard(killed)

    const [, after] = await start()
    const second = await Connection.connect({ address: after })
    const found = await new Client({ connection: second }).workflow.getHandle('appeal-kept').describe()
    const namespace = await second.workflowService.describeNamespace({ namespace: 'default' })
    await second.close()
    expect(found.status.name).toBe('RUNNING')
    expect(Number(namespace.config?.workflowExecutionRetentionTtl?.seconds)).toBe(315_360_000)
  })
})
