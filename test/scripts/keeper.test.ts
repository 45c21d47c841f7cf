import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { identityOf } from '../../scripts/services/processes/identity.ts'

const KEEPER = join(import.meta.dirname, '..', '..', 'scripts', 'services', 'for-tests', 'keeper.mjs')
const WAITING = ['-e', 'setInterval(() => undefined, 1000)']
let place = ''
let children: ChildProcess[] = []

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hongyan-keeper-'))
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(place, { recursive: true, force: true })
})

interface KeptService {
  keeper: ChildProcess
  user: ChildProcess
  state: string
  folder: string
  log: string
}

/** A service of one waiting process that one user process has registered for. */
async function aKeptService(idleMs: number): Promise<KeptService> {
  const [folder, users, state] = [join(place, 'folder'), join(place, 'users'), join(place, 'state.json')]
  await mkdir(folder)
  await mkdir(users)
  const user = spawn(process.execPath, WAITING)
  const started = identityOf(user.pid ?? 0)?.started ?? ''
  await writeFile(join(users, `${user.pid}-${started}`), '')
  const task = {
    command: process.execPath,
    args: WAITING,
    options: {},
    logFile: join(place, 'log'),
    folder,
    stateFile: state,
    users,
    idleMs,
  }
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify(task)])
  children.push(user, keeper)
  await writeFile(state, JSON.stringify({ keeper: identityOf(keeper.pid ?? 0) }))
  return { keeper, user, state, folder, log: task.logFile }
}

async function ended(child: ChildProcess, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; child.exitCode === null && child.signalCode === null; await sleep(50)) {
    if (Date.now() > until) return false
  }
  return true
}

describe('a service that test files share', () => {
  it('ends, and leaves nothing, when the last process that uses it is gone, however that ended', async () => {
    const { keeper, user, state, folder } = await aKeptService(300)
    expect(await ended(keeper, 2500)).toBe(false)
    user.kill('SIGKILL')
    expect(await ended(keeper, 20_000)).toBe(true)
    expect([existsSync(state), existsSync(folder)]).toEqual([false, false])
  })

  it('stays when one run asks for its end while another still uses it', async () => {
    const { keeper, user, state, log } = await aKeptService(60_000)
    for (const until = Date.now() + 20_000; !existsSync(log) && Date.now() < until; ) await sleep(50)
    await sleep(500)
    keeper.kill('SIGTERM')
    expect(await ended(keeper, 2000)).toBe(false)
    expect(existsSync(state)).toBe(true)
    user.kill('SIGKILL')
    await ended(user, 5000)
    keeper.kill('SIGTERM')
    expect(await ended(keeper, 20_000)).toBe(true)
    expect(existsSync(state)).toBe(false)
  })
})
