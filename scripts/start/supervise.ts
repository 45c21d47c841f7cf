import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf } from '../services/processes/identity.ts'
import { stopProcess } from '../services/processes/stop-process.ts'
import type { Part } from './part.ts'
import type { RunRecords } from './run-records.ts'

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 15_000
/** A part that ran so long before it crashed is started again at once. */
const STEADY_MS = 60_000

/** Keeps parts running and stops them in the reverse order of their start. */
export interface Supervisor {
  /** starts a part and keeps it running from then on; throws when the first start fails */
  add: (part: Part) => Promise<void>
  /** stops all, last started first */
  stop: () => Promise<void>
  /** kills all at once */
  kill: () => void
}

interface Running {
  part: Part
  child: ChildProcess | undefined
  /** settles when the start in progress has ended, well or not */
  launching: Promise<void>
}

/** A supervisor that records each process in `records` and tells of crashes through `say`. */
export function createSupervisor(records: RunRecords, say: (line: string) => void): Supervisor {
  const all: Running[] = []
  let stopping = false

  function launch(one: Running): Promise<void> {
    const launching = spawnAndWait(one)
    one.launching = launching.catch(() => undefined)
    return launching
  }

  /** A process that did not become ready is not left behind. */
  async function spawnAndWait(one: Running): Promise<void> {
    const child = await one.part.spawn()
    const startedAt = Date.now()
    child.on('error', (error) => say(`${one.part.name}: ${error.message}`))
    one.child = child
    const identity = child.pid === undefined ? undefined : identityOf(child.pid)
    if (identity) records.write(one.part.name, identity)
    try {
      if (stopping) throw new Error(`${one.part.name}: stopping`)
      await one.part.ready(child)
    } catch (error) {
      await stopOne(one)
      throw error
    }
    const again = (): void => void revive(one, Date.now() - startedAt)
    if (child.exitCode !== null || child.signalCode !== null) again()
    else child.once('exit', again)
  }

  async function revive(one: Running, ranMs: number): Promise<void> {
    let delayMs = ranMs > STEADY_MS ? 0 : FIRST_DELAY_MS
    while (!stopping) {
      say(`${one.part.name} 意外退出，重新启动 / ended unexpectedly, starting it again`)
      await sleep(delayMs)
      if (stopping) return
      try {
        await launch(one)
        return
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
        delayMs = Math.min(LONGEST_DELAY_MS, Math.max(FIRST_DELAY_MS, delayMs * 2))
      }
    }
  }

  async function stopOne(one: Running): Promise<void> {
    const identity = one.child?.pid === undefined ? undefined : identityOf(one.child.pid)
    if (identity) await stopProcess(identity, one.part.stopSignal, one.part.graceMs)
    records.remove(one.part.name)
  }

  return {
    async add(part) {
      if (stopping) throw new Error(`${part.name}: stopping`)
      const one: Running = { part, child: undefined, launching: Promise.resolve() }
      all.push(one)
      await launch(one)
    },
    async stop() {
      stopping = true
      for (const one of all.toReversed()) {
        await stopOne(one)
        await one.launching
        await stopOne(one)
        await one.part.afterStop?.().catch((error: unknown) => say(`${one.part.name}: ${String(error)}`))
      }
    },
    kill() {
      stopping = true
      for (const one of all) one.child?.kill('SIGKILL')
    },
  }
}
