import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE_MS } from '../../domain/clocks/local-date.ts'
import { REAL_TIME } from '../../domain/time/clock-face.ts'
import { createApi } from '../../scripts/replay/run/http.ts'
import type { BenchContext } from '../context.ts'
import { fileLimits, SERVING, servedLimits, untilExpired } from '../drivers/limits.ts'
import { openEngine } from '../drivers/open-engine.ts'
import { createActors } from '../drivers/people.ts'
import { mixed, spreadOver } from '../figures/due-plan.ts'
import { judge } from '../figures/served.ts'
import { cpuReport, servedReport } from '../figures/served-report.ts'
import { cpuNow } from '../measure/cpu.ts'
import { createRandom } from '../random.ts'
import { keepCommitTimes } from '../stack/commit-times.ts'
import type { Stack } from '../stack/start-stack.ts'
import { LIMIT_ITEM } from '../routes.ts'
import { withSystem } from '../stack/with-system.ts'

const WHOLE = { cases: 500, minutes: 10 }
const QUICK = { cases: 100, minutes: 1 }
const ACTORS = 8
/** Real time for filing one appeal at the slowest, and for stopping everything. */
const FILING_MS = 400
const STOPPING_MS = 45_000
const STALL_MS = 120_000
const SEED = 10

/**
 * Limits that fall due while PostgreSQL, Temporal, worker and API are all down: after the start, is each
 * served once, oldest first? Case time is real time, as in production: no case needs to be told a face.
 */
export async function runOutage(context: BenchContext): Promise<void> {
  const { args, signal, say, keep } = context
  const { cases, minutes } = { ...(args.quick ? QUICK : WHOLE), ...given(args) }
  await withSystem(context, [LIMIT_ITEM], async ({ bench, catalog, openStack, closeStack }) => {
    await keepCommitTimes(bench, context)
    const before = await openStack({ caseTime: null, bareWorker: false })
    const from = Date.now() + cases * FILING_MS + STOPPING_MS
    const planned = spreadOver(cases, from, minutes * MINUTE_MS).map((dueAt) => ({ caseId: randomUUID(), dueAt }))
    say(`立案 / filing ${cases} ...`)
    await fileAll(before)
    say('停止一切 / stopping everything ...')
    await closeStack()
    const downAt = Date.now()
    if (downAt > from) throw new Error(`the first limit was due ${downAt - from} ms before everything was down; file fewer --cases`)
    say(`停止 ${minutes} 分钟 / down for ${minutes} min ...`)
    await sleep(from + minutes * MINUTE_MS - downAt, undefined, { signal })

    const startedAt = Date.now()
    const after = await openStack({ caseTime: null, bareWorker: false })
    const readySeconds = (Date.now() - startedAt) / 1000
    await untilExpired(after.database, cases, STALL_MS, signal)
    const seconds = (Date.now() - startedAt) / 1000
    // The processes are new, so that what they have used is what the start and the serving took.
    const cpu = { ...cpuNow(bench.records, ['bare-worker']), driver: 0 }
    const logs = await Promise.all(SERVING.map((type) => servedLimits(after.database, type, REAL_TIME)))
    const events = Object.fromEntries(SERVING.map((type, n) => [type, judge(planned, logs[n] ?? [])]))
    const commits = logs.flat().map(({ committedAt }) => (committedAt - startedAt) / 1000)
    const [first, last] = [commits.reduce((a, b) => Math.min(a, b), Infinity), commits.reduce((a, b) => Math.max(a, b), -Infinity)]
    say(`${cases} 件在停机 ${minutes} 分钟内到期 / limits due within ${minutes} min of everything down`)
    say(`启动后秒 / seconds after the start: ready ${readySeconds.toFixed(1)}, first ${first.toFixed(1)}, last ${last.toFixed(1)}`)
    for (const line of [...servedReport(events), ...cpuReport(cpu, seconds, cases)]) say(line)
    await keep({ outage: { cases, minutes, downSeconds: (startedAt - downAt) / 1000, readySeconds, first, last }, cpu, events })

    async function fileAll(stack: Stack): Promise<void> {
      const engine = await openEngine(stack, catalog)
      try {
        const actors = await createActors(createApi(stack.baseUrl, signal), stack.database, ACTORS)
        await fileLimits(engine, actors, mixed(planned, createRandom(SEED)), signal)
      } finally {
        await engine.close()
      }
    }
  })
}

function given(args: BenchContext['args']): Partial<typeof WHOLE> {
  return { ...(args.cases === null ? {} : { cases: args.cases }), ...(args.minutes === null ? {} : { minutes: args.minutes }) }
}
