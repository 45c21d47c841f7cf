import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, type ProcessIdentity } from './identity.ts'

/**
 * Asks a process to end with `signal` and waits; after `graceMs` it is killed.
 * Returns when it no longer runs. A process that is already gone is fine.
 */
export async function stopProcess(one: ProcessIdentity, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (!isRunning(one)) return
  send(one, signal)
  const until = Date.now() + graceMs
  while (isRunning(one)) {
    if (Date.now() > until) send(one, 'SIGKILL')
    await sleep(25)
  }
}

function send(one: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(one.pid, signal)
  } catch {
    // It ended between the check and the signal.
  }
}
