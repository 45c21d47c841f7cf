import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCompiled, ensureWorkflowBundle } from './compile.mjs'
import { ensurePages } from './pages.mjs'
import { ensurePrismaClient } from './prisma-client.mjs'
import { ROOT } from './root.mjs'

/** Brings what a command of its own runs on up to date: no workflows, no pages. */
export async function buildCode() {
  await locked(ensureCode)
}

function ensureCode() {
  ensurePrismaClient()
  ensureCompiled()
}

/** Brings everything that is made from sources up to date; a second build at the same time waits for the first. */
export async function build() {
  await locked(() => {
    ensureCode()
    ensureWorkflowBundle()
    ensurePages()
  })
}

/** Brings up to date what the sources themselves import. */
export async function generate() {
  await locked(ensurePrismaClient)
}

async function locked(action) {
  const lock = join(ROOT, '.cache', 'build.lock')
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  while (!take(lock)) await sleep(100)
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    action()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(lock) {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** Whether the process that wrote the lock runs; a lock still empty is being written. */
function isAlive(lock) {
  try {
    const pid = readFileSync(lock, 'utf8')
    return pid === '' || process.kill(Number(pid), 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
