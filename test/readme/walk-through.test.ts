import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RunningDemo, startDemo } from '../seed/running-demo.ts'
import { ROOT, scriptOf } from './readme.ts'

/** A first start with its demo, on a machine that does other things too. */
const START_MS = 400_000
const SCRIPT_MS = 300_000

/** Runs a script of the README in bash as it stands there; only the address comes from outside. */
async function run(script: string, base: string): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', BASE: base }
  const child = spawn('bash', ['-s'], { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  child.stdin.end(script)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

describe('the walk-through of the README', () => {
  let data = ''
  let demo: RunningDemo | undefined
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hongyan-readme-'))
    demo = await startDemo(data)
  }, START_MS)
  afterAll(async () => {
    await demo?.stop()
    await rm(data, { recursive: true, force: true })
  }, 240_000)

  it(
    'leads a newcomer from signing in to the sum behind a date, as it is written',
    async () => {
      const { code, out, err } = await run(scriptOf('walk-through', 'en'), demo?.baseUrl ?? '')
      expect([code, err]).toEqual([0, ''])
      const lines = out.split('\n')
      expect(lines[0]).toBe('clerk.lake.reception: clerk of dist-lake.general.reception')
      const number = /^(HY-\d{4}-\d{6}-\d) \| .+ \| .+ \| due \d{4}-\d\d-\d\dT/.exec(lines[1] ?? '')?.[1] ?? 'no task'
      expect(out).toMatch(/^[a-z-]+: on to ".+"$/m)
      expect(out).toMatch(/^done by [a-z-]+$/m)
      expect(lines.filter((line) => line.startsWith(`${number} | `) && line.includes('| Due '))).toHaveLength(1)
      expect(out).toMatch(/^\d{4}-\S+Z dispatched to a window$/m)
      expect(out).toContain(`/appeals/${number}`)
      expect(out).toContain('good for 10 minutes')
      const filed = /^HY-\d{4}-\d{6}-\d filed, to be accepted by (\S+)$/m.exec(out)?.[1]
      expect(out).toMatch(/^\w{3} \d+ \w{3} \d{4}: working day 5 of 5/m)
      expect(out.trimEnd().split('\n').at(-1)).toBe(`= ${filed}`)
    },
    SCRIPT_MS,
  )
})

describe('the examples of npm run due', () => {
  it(
    'print the sums that the README promises',
    async () => {
      const { code, out, err } = await run(scriptOf('due', 'en'), '')
      expect([code, err]).toEqual([0, '1 / 5: 行未能计算 / lines could not be answered\n'])
      expect(out).toContain(
        'Sat 10 Oct 2026: working day 5 of 5 (make-up day of National Day).\nDue Sat 10 Oct 2026 17:30, at close of business.',
      )
      expect(out.trimEnd().split('\n').slice(-5)).toEqual([
        'paused 2026-04-07T09:30:00.000Z',
        'extended 2026-04-14T09:30:00.000Z',
        'hours 2026-03-09T03:30:00.000Z',
        'month 2026-02-28T16:00:00.000Z',
        'line 5: must be greater than 0',
      ])
    },
    SCRIPT_MS,
  )
})
