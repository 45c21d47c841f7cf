import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import type { BenchArguments } from './arguments.ts'

/** What every bench gets. */
export interface BenchContext {
  readonly args: BenchArguments
  readonly env: NodeJS.ProcessEnv
  /** folder of the compiled modules */
  readonly dist: string
  /** aborted when the bench shall end */
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  /** writes what came out as JSON, with the machine and its load, and says where */
  readonly keep: (result: object) => Promise<void>
}

/** Folder of the results, one file a bench; they outlast the next run of another one. */
export const RESULTS = 'results'

/** A context whose results say what the load of the machine was before and after. */
export function createContext(given: Omit<BenchContext, 'keep'>): BenchContext {
  const before = loadavg()
  const { args, env, say } = given
  return {
    ...given,
    keep: async (result) => {
      const machine = { cores: cpus().length, model: cpus()[0]?.model ?? null, node: process.version, load: { before, after: loadavg() } }
      const folder = join(resolve(env.HONGYAN_DATA || '.data', 'bench'), RESULTS)
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${args.bench}.json`)
      await writeFile(file, `${JSON.stringify({ ...args, machine, ...result }, null, 1)}\n`)
      say(`\n负荷 / load ${before[0]?.toFixed(2)} -> ${machine.load.after[0]?.toFixed(2)}, ${machine.cores} cores\n${file}`)
    },
  }
}
