import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '../../scripts/services/ports.ts'
import type { DemoFile } from '../../scripts/seed/demo-file.ts'

/** A system started by the command that a newcomer gives, in a data folder of its own. */
export interface RunningDemo {
  readonly baseUrl: string
  /** Everything it has printed. */
  readonly printed: () => string
  readonly readyMs: number
  /** Ctrl-C, and the exit code. */
  stop(): Promise<number | null>
}

/** On a busy machine the past of the demo takes its time. */
const PATIENCE_MS = 380_000

/** `npm start` with these arguments; returns when it says that it is ready, throws what it printed when it ends before. */
export async function startDemo(data: string, args: readonly string[] = []): Promise<RunningDemo> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const begun = Date.now()
  const env = { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '', PORT: String(port), HONGYAN_DATA: data }
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += String(chunk)))
  while (!text.includes(`ready ${baseUrl}`)) {
    const over = child.exitCode !== null || Date.now() - begun > PATIENCE_MS
    if (over) {
      await ended(child)
      throw new Error(`the start did not become ready:\n${text}`)
    }
    await sleep(50)
  }
  return { baseUrl, printed: () => text, readyMs: Date.now() - begun, stop: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  return exit
}

export async function demoFile(data: string): Promise<DemoFile> {
  return JSON.parse(await readFile(join(data, 'demo.json'), 'utf8'))
}

/** Requests as one signed-in person. */
export interface Asking {
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API under test
  get(path: string): Promise<any>
}

export async function askAs(baseUrl: string, credentials: object): Promise<Asking> {
  const answer = await fetch(`${baseUrl}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  if (answer.status !== 201) throw new Error(`${JSON.stringify(credentials)}: ${answer.status}`)
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  return {
    get: async (path) => {
      const got = await fetch(`${baseUrl}${path}`, { headers: { Authorization: `Bearer ${token}` } })
      if (got.status !== 200) throw new Error(`${path}: ${got.status} ${await got.text()}`)
      return got.json()
    },
  }
}
