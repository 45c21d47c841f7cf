import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..', '..')
const EXTRACT = join(ROOT, 'test', 'replay', 'extract.csv')
const LIMIT_MS = 240_000

let data: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hongyan-replay-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(data, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  /** resolves when the process has ended */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
  /** resolves when the output holds the text */
  said(text: string): Promise<void>
}

function run(...args: readonly string[]): Run {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _engine, NODE_OPTIONS: _flags, ...env } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'scripts/replay/main', ...args], {
    cwd: data,
    env: { ...env, HONGYAN_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const waiting: { readonly text: string; readonly heard: () => void }[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      for (const { text, heard } of waiting) if (output.includes(text)) heard()
    })
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code, output })
    })
  })
  return { child, ended, said: (text) => new Promise((heard) => waiting.push({ text, heard })) }
}

describe('a replay on the whole system', () => {
  it(
    'that is interrupted stops everything it started, and the next one runs every case of the extract as the log has it',
    async () => {
      const first = run(EXTRACT, '--cases', '2')
      await Promise.race([first.said('starting PostgreSQL'), first.ended])
      first.child.kill('SIGINT')
      expect((await first.ended).code).toBe(130)
      expect(await readdir(join(data, 'replay', 'run'))).toEqual([])

      const { code, output } = await run(EXTRACT, '--cases', '20').ended
      expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('everything came out as in the log') })
      const value = (name: string): string | undefined =>
        output
          .split('\n')
          .find((line) => line.includes(name))
          ?.split(/\s{2,}/)
          .at(-1)
      expect(value('/ closed')).toBe('12/12')
      expect(value('/ tasks completed')).toBe('98/98')
      expect(value('/ sequence equal')).toBe('12/12')
      expect(value('/ refusals')).toBe('0')
      expect(output).toContain('Buijs')
      expect(await readdir(join(data, 'replay', 'run'))).toEqual([])
    },
    LIMIT_MS,
  )

  it(
    'is refused before anything starts where the log is broken',
    async () => {
      const broken = join(data, 'broken.csv')
      await writeFile(broken, 'case:concept:name,concept:name,org:resource,time:timestamp\nc1,Receive,Ann,soon\n')
      const { code, output } = await run(broken).ended
      expect(code).toBe(1)
      expect(output).toContain('broken.csv: line 2, column time:timestamp: "soon" is no instant')
      expect(output).not.toContain('starting PostgreSQL')
    },
    LIMIT_MS,
  )
})
