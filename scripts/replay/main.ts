import { basename, join } from 'node:path'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { parseReplayArguments } from './arguments.ts'
import { head } from './head.ts'
import { deriveRoute } from './item/derive.ts'
import { provinceCalendar, writeCatalogue } from './item/write-catalogue.ts'
import { readLog } from './log/read-log.ts'
import { replay } from './replay.ts'
import { isFaithful, report } from './run/report.ts'
import { nextEvening } from './stack/next-evening.ts'
import { takeReplayPlace } from './stack/replay-place.ts'
import { createStack, type StackControl } from './stack/start-stack.ts'
import { ToldError } from './told-error.ts'

const DIST = join(import.meta.dirname, '..', '..')
/** npm passes on the Ctrl-C that the terminal sends to both, so a second one so soon is the same press. */
const ECHO_MS = 700
const INTERRUPTED = 130

const say = (line: string): void => console.log(line)
const interrupt = new AbortController()
let stack: StackControl | undefined

function stopOnSignals(): void {
  let firstAt = 0
  const onSignal = (): void => {
    if (!interrupt.signal.aborted) {
      firstAt = Date.now()
      say('\n正在停止，再按一次强行结束 / stopping, once more forces it ...')
      interrupt.abort()
      void stack?.stop()
    } else if (Date.now() - firstAt > ECHO_MS) {
      stack?.kill()
      process.exit(INTERRUPTED)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
}

/** Reads the log, starts a system of its own, runs the log through it; true where everything came out as in the log. */
async function main(): Promise<boolean> {
  const args = parseReplayArguments(process.argv.slice(2))
  const whole = await readLog(args.file)
  const route = deriveRoute(whole)
  const log = whole.slice(0, args.cases)
  say(head(basename(args.file), whole, route, log.length))
  const place = await takeReplayPlace(process.env)
  try {
    stopOnSignals()
    await writeCatalogue(join(DIST, 'catalog'), place.catalogue, route)
    const { province, calendar } = provinceCalendar(loadCatalog(place.catalogue))
    stack = createStack(place, process.env, DIST, say)
    say('启动数据库、Temporal、办件与接口 / starting PostgreSQL, Temporal, worker and API ...')
    const { baseUrl, database, mails } = await stack.start(nextEvening(calendar, Date.now()))
    const outcome = await replay({
      baseUrl,
      database,
      province,
      log,
      route,
      parallel: args.parallel,
      mails,
      out: process.stdout,
      signal: interrupt.signal,
    })
    say(report(outcome))
    const faithful = isFaithful(outcome)
    say(faithful ? '与日志完全一致 / everything came out as in the log' : '与日志不一致 / something differs from the log')
    return faithful
  } finally {
    await stack?.stop()
    await place.release()
  }
}

const faithful = await main().catch((error: unknown) => {
  if (!interrupt.signal.aborted) console.error(error instanceof ToldError ? error.message : error)
  return false
})
process.exit(interrupt.signal.aborted ? INTERRUPTED : Number(!faithful))
