import { parseArgs } from 'node:util'
import { ToldError } from './told-error.ts'

/** What the command line of `npm run replay` says. */
export interface ReplayArguments {
  /** the event log, .csv or .csv.gz */
  file: string
  /** how many cases of the log run, in its order; all without the option */
  cases: number
  /** cases that run side by side */
  parallel: number
}

const USAGE = 'npm run replay -- FILE [--cases N] [--parallel N]'
const PARALLEL = 16
const MOST_PARALLEL = 256

/** Reads the arguments; throws `ToldError` with the usage where they do not fit. */
export function parseReplayArguments(args: readonly string[]): ReplayArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { cases: { type: 'string' }, parallel: { type: 'string' } },
    })
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) throw new ToldError('须给出一个事件日志文件', 'one event log is wanted')
    return {
      file,
      cases: countOf('--cases', values.cases, Number.POSITIVE_INFINITY),
      parallel: Math.min(countOf('--parallel', values.parallel, PARALLEL), MOST_PARALLEL),
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ToldError(`${why}\n用法：${USAGE}`, `usage: ${USAGE}`)
  }
}

function countOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new ToldError(`${option} 须是正整数，而不是“${text}”`, `${option} is a whole number from 1, not "${text}"`)
  return Number(text)
}
