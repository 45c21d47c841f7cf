import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, type ProcessIdentity } from '../processes/identity.ts'
import { stopProcess } from '../processes/stop-process.ts'

const GRACE_MS = 20_000

/**
 * Clears what an earlier server left in a data directory when it or its starter
 * was killed: a server that lives on as an orphan is stopped in order, its
 * children are waited for, and a postmaster.pid that names no running server is
 * removed. PostgreSQL itself takes a zombie for a running server and refuses to
 * start. Call it only while holding the lock of the data folder.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const postmaster = identityOf(Number(text.split('\n')[0]))
  if (postmaster && (await worksIn(postmaster.pid, data))) await stopProcess(postmaster, 'SIGINT', GRACE_MS)
  const until = Date.now() + GRACE_MS
  for (;;) {
    const left = await processesIn(data)
    if (left.length === 0) break
    if (Date.now() > until) for (const one of left) await stopProcess(one, 'SIGKILL', GRACE_MS)
    await sleep(50)
  }
  await rm(pidFile, { force: true })
}

/** The live processes whose working directory is the data directory: a server and its children. */
async function processesIn(data: string): Promise<ProcessIdentity[]> {
  const names = await readdir('/proc').catch(() => [])
  const found: ProcessIdentity[] = []
  for (const name of names) {
    if (!/^\d+$/.test(name) || !(await worksIn(Number(name), data))) continue
    const one = identityOf(Number(name))
    if (one) found.push(one)
  }
  return found
}

async function worksIn(pid: number, data: string): Promise<boolean> {
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return place !== undefined && place === (await realpath(data))
}
