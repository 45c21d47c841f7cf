import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { assertAlive } from '../services/processes/assert-alive.ts'
import type { Part } from './part.ts'

/** A process of ours to be started. */
export interface NodePart {
  name: string
  /** path of the compiled module */
  module: string
  env: NodeJS.ProcessEnv
  logFile: string
  /** asked until it says `ready`, else it says what is missing; without it the process counts as started at once */
  state?: () => Promise<string>
}

export const READY = 'ready'
const GRACE_MS = 15_000
const READY_MS = 60_000
const ASK_MS = 100

/** A part that runs one of our modules with Node, in a process group of its own, its output in a log file. */
export function nodePart(what: NodePart): Part {
  return {
    name: what.name,
    spawn: async () => {
      const log = openSync(what.logFile, 'a')
      const args = ['--enable-source-maps', what.module]
      const child = spawn(process.execPath, args, { env: what.env, detached: true, stdio: ['ignore', log, log] })
      closeSync(log)
      return child
    },
    ready: (child) => untilReady(what, child),
    stopSignal: 'SIGTERM',
    graceMs: GRACE_MS,
  }
}

async function untilReady(what: NodePart, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_MS
  for (;;) {
    assertAlive(what.name, child, what.logFile)
    const state = what.state ? await what.state() : READY
    if (state === READY) return
    if (Date.now() > until) throw new Error(`${what.name} 未就绪 / is not ready after ${READY_MS / 1000} s: ${state}; ${what.logFile}`)
    await sleep(ASK_MS)
  }
}

/** `ready` when an address answers with a 2xx status, else its answer or why there is none. */
export async function httpState(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) })
    const text = await answer.text()
    return answer.ok ? READY : text
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `ready` when a TCP port of this machine accepts a connection. */
export function portState(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (answer: string): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(READY))
    socket.once('error', (error) => end(error.message))
  })
}
