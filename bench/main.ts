import { join } from 'node:path'
import { parseBenchArguments } from './arguments.ts'
import { createContext } from './context.ts'
import { RUNS } from './runs.ts'

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort(new Error(signal)))

/** Runs the bench that the command line names. */
async function main(): Promise<void> {
  const args = parseBenchArguments(process.argv.slice(2))
  const say = (line: string): void => console.log(line)
  const dist = join(import.meta.dirname, '..')
  await RUNS[args.bench](createContext({ args, env: process.env, dist, signal: interrupt.signal, say }))
}

await main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
process.exit()
