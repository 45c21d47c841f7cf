import { parseArgs } from 'node:util'

/** What can be measured; `routes` where none is named. */
export const BENCHES = ['routes', 'storm', 'outage', 'reprojection', 'kernel'] as const
export type Bench = (typeof BENCHES)[number]

/** What the command line of `npm run bench` says. */
export interface BenchArguments {
  readonly bench: Bench
  /** few cases: whether it runs at all, and rough figures */
  readonly quick: boolean
  /** of `storm`, `outage` and `reprojection`: how many appeals; null for as many as the bench itself says */
  readonly cases: number | null
  /** real minutes, of `outage` for which everything is down, of `storm` from the first filing to the first due instant; null for as long as the bench itself says */
  readonly minutes: number | null
}

const WITH_CASES: readonly Bench[] = ['storm', 'outage', 'reprojection']
const WITH_MINUTES: readonly Bench[] = ['storm', 'outage']
const MOST_CASES = 100_000
const MOST_MINUTES = 24 * 60
const OPTIONS = { quick: { type: 'boolean', default: false }, cases: { type: 'string' }, minutes: { type: 'string' } } as const

/** Reads the arguments; throws with the usage where they do not fit. */
export function parseBenchArguments(args: readonly string[]): BenchArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const bench = benchOf(positionals)
    if (values.cases !== undefined && !WITH_CASES.includes(bench)) throw new Error(`${bench}: no --cases`)
    if (values.minutes !== undefined && !WITH_MINUTES.includes(bench)) throw new Error(`${bench}: no --minutes`)
    return {
      bench,
      quick: values.quick,
      cases: numberOf('--cases', values.cases, MOST_CASES),
      minutes: numberOf('--minutes', values.minutes, MOST_MINUTES),
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const usage = 'npm run bench [-- storm|outage|reprojection|kernel] [--quick] [--cases N] [--minutes N]'
    throw new Error(`${why}\n用法 / usage: ${usage}`, { cause: error })
  }
}

function benchOf([named, ...more]: readonly string[]): Bench {
  if (named === undefined) return 'routes'
  const bench = BENCHES.find((each) => each === named)
  if (bench === undefined || more.length > 0) throw new Error(`no bench ${[named, ...more].join(' ')}`)
  return bench
}

function numberOf(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > most) throw new Error(`${option}: a whole number from 1 to ${most}, not "${text}"`)
  return number
}
