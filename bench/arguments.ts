import { parseArgs } from 'node:util'

/** What the command line of `npm run bench` says. */
export interface BenchArguments {
  /** few cases: whether it runs at all, and rough ratios */
  readonly quick: boolean
}

/** Reads the arguments; throws with the usage where they do not fit. */
export function parseBenchArguments(args: readonly string[]): BenchArguments {
  try {
    const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean', default: false } } })
    return { quick: values.quick }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${why}\n用法 / usage: npm run bench [-- --quick]`, { cause: error })
  }
}
