import { type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isRunning, type ProcessIdentity } from '../processes/identity.ts'
import { withLock } from '../processes/lock-file.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const PLACE = join(ROOT, '.cache', 'test-services')
/** Kept a while between two runs, since one is often followed by the next. */
const IDLE_MS = 45_000
const WAIT_MS = 120_000
const END_MS = 15_000

/** What a service needs to be started once for all test files. */
export interface SharedService<Facts> {
  name: string
  /** prepares a fresh place and says what to spawn, and what its users must know */
  prepare: () => Promise<{ command: string; args: string[]; options: SpawnOptions; folder: string; facts: Facts }>
  /** waits until it answers; `check` throws when it has ended */
  ready: (facts: Facts, check: () => void) => Promise<void>
}

interface State<Facts> {
  keeper: ProcessIdentity
  facts: Facts
}

/**
 * The service's facts; it is started when no test process has done so. It ends
 * by itself when no process that called this runs any more.
 */
export async function useShared<Facts>(service: SharedService<Facts>): Promise<Facts> {
  mkdirSync(usersOf(service.name), { recursive: true })
  writeFileSync(userFile(service.name), '')
  return withLock(join(PLACE, `${service.name}.lock`), WAIT_MS, async () => {
    const known = await readState<Facts>(service.name)
    return known ? known.facts : start(service)
  })
}

/**
 * Ends the shared service, unless another process than this one uses it. The
 * keeper looks once more after it has withdrawn the service, and may keep it.
 */
export async function endShared(name: string): Promise<void> {
  const state = await readState<unknown>(name)
  if (!state) return
  await rm(userFile(name), { force: true })
  const names = await readdir(usersOf(name))
  const users = names.map((user) => user.split('-')).map(([pid, started]) => ({ pid: Number(pid), started: started ?? '' }))
  if (users.some(isRunning)) return
  process.kill(state.keeper.pid, 'SIGTERM')
  const until = Date.now() + END_MS
  while (isRunning(state.keeper) && Date.now() < until) await sleep(50)
}

async function start<Facts>(service: SharedService<Facts>): Promise<Facts> {
  const { command, args, options, folder, facts } = await service.prepare()
  await mkdir(PLACE, { recursive: true })
  const logFile = join(PLACE, `${service.name}.log`)
  const task = {
    command,
    args,
    options,
    logFile,
    folder,
    stateFile: stateFile(service.name),
    users: usersOf(service.name),
    idleMs: IDLE_MS,
  }
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'services', 'for-tests', 'keeper.mjs'), JSON.stringify(task)], {
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '' },
  })
  child.unref()
  const keeper = child.pid === undefined ? undefined : identityOf(child.pid)
  if (!keeper) throw new Error(`cannot start the keeper of ${service.name}`)
  await service.ready(facts, () => {
    if (!isRunning(keeper)) throw new Error(`${service.name} ended before it answered; see ${logFile}`)
  })
  const state: State<Facts> = { keeper, facts }
  const draft = `${stateFile(service.name)}.new`
  await writeFile(draft, JSON.stringify(state), { mode: 0o600 })
  await rename(draft, stateFile(service.name))
  return facts
}

async function readState<Facts>(name: string): Promise<State<Facts> | undefined> {
  const text = await readFile(stateFile(name), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const state = JSON.parse(text) as State<Facts>
  return isRunning(state.keeper) ? state : undefined
}

function stateFile(name: string): string {
  return join(PLACE, `${name}.json`)
}

/** The file by which this process says that it uses the service. */
function userFile(name: string): string {
  const own = identityOf(process.pid) ?? { pid: process.pid, started: '' }
  return join(usersOf(name), `${own.pid}-${own.started}`)
}

function usersOf(name: string): string {
  return join(PLACE, `${name}.users`)
}
