import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isRunning, type ProcessIdentity } from './identity.ts'

/**
 * Takes the lock file for this process, or returns who holds it. A lock whose
 * holder no longer runs is taken over. Release it with `releaseLock`.
 */
export async function takeLock(path: string): Promise<ProcessIdentity | 'taken'> {
  await mkdir(dirname(path), { recursive: true })
  const own = JSON.stringify(identityOf(process.pid))
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  await writeFile(draft, own)
  try {
    for (;;) {
      try {
        await link(draft, path)
        return 'taken'
      } catch (error) {
        if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error
        const text = await readFile(path, 'utf8').catch(() => undefined)
        if (text === undefined) continue
        const holder = parseIdentity(text)
        if (holder && isRunning(holder)) return holder
        await removeStale(path, text, `${draft}.stale`)
      }
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Gives the lock back; only for the process that took it. */
export async function releaseLock(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Runs `action` while holding the lock; waits for another holder at most `waitMs`. */
export async function withLock<T>(path: string, waitMs: number, action: () => Promise<T>): Promise<T> {
  const until = Date.now() + waitMs
  for (;;) {
    const holder = await takeLock(path)
    if (holder === 'taken') break
    if (Date.now() > until) throw new Error(`${path} has been held by process ${holder.pid} for ${waitMs} ms`)
    await sleep(50)
  }
  try {
    return await action()
  } finally {
    await releaseLock(path)
  }
}

/** Takes a stale lock away; puts it back when another process took it over in between. */
async function removeStale(path: string, seen: string, aside: string): Promise<void> {
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== seen) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return undefined
    return { pid: Number(value.pid), started: String(value.started) }
  } catch {
    return undefined
  }
}
