import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DAY_MS, MINUTE_MS } from '../../domain/clocks/local-date.ts'
import { caseTimeAt } from '../../domain/time/clock-face.ts'
import { provinceCalendar } from '../../scripts/replay/item/write-catalogue.ts'
import { createApi } from '../../scripts/replay/run/http.ts'
import { nextEvening } from '../../scripts/replay/stack/next-evening.ts'
import type { BenchContext } from '../context.ts'
import { fileLimits, SERVING, servedLimits, untilExpired } from '../drivers/limits.ts'
import { openEngine } from '../drivers/open-engine.ts'
import { createActors } from '../drivers/people.ts'
import { mixed, spreadOver } from '../figures/due-plan.ts'
import { judge } from '../figures/served.ts'
import { cpuReport, servedReport } from '../figures/served-report.ts'
import { cpuBetween, cpuNow } from '../measure/cpu.ts'
import { createRandom } from '../random.ts'
import { keepCommitTimes } from '../stack/commit-times.ts'
import { LIMIT_ITEM } from '../routes.ts'
import { withSystem } from '../stack/with-system.ts'

const CASES = 10_000
const QUICK_CASES = 1000
const SPAN_MS = 60_000
const ACTORS = 16
/** Filed first, to know how fast filing goes on this machine. */
const TRIAL = 80
/** The storm begins so much later than filing is foreseen to end, and then some: the machine may have other work, too. */
const SLACK = 1.6
const CALM_MS = 20_000
const STALL_MS = 60_000
const SEED = 4

/** Appeals whose stages fall due within one minute: how late, and whether each is served once. */
export async function runStorm(context: BenchContext): Promise<void> {
  const { args, signal, say, keep } = context
  const cases = args.cases ?? (args.quick ? QUICK_CASES : CASES)
  await withSystem(context, [LIMIT_ITEM], async ({ bench, catalog, openStack }) => {
    await keepCommitTimes(bench, context)
    const stack = await openStack({ caseTime: nextEvening(provinceCalendar(catalog).calendar, Date.now()), bareWorker: false })
    const engine = await openEngine(stack, catalog)
    try {
      const actors = await createActors(createApi(stack.baseUrl, signal), stack.database, ACTORS)
      const now = (): number => caseTimeAt(engine.face, Date.now())
      const limit = (dueAt: number) => ({ caseId: randomUUID(), dueAt })
      const fileAll = async (planned: readonly ReturnType<typeof limit>[]): Promise<number> => {
        const from = performance.now()
        await fileLimits(engine, actors, mixed(planned, createRandom(SEED)), signal)
        return (planned.length * 1000) / (performance.now() - from)
      }
      // The trial's limits fall due on the next day.
      await fileAll(spreadOver(TRIAL, now() + DAY_MS, SPAN_MS).map(limit))
      const foreseen = await fileAll(spreadOver(TRIAL, now() + DAY_MS, SPAN_MS).map(limit))
      const leadMs = args.minutes === null ? Math.ceil(((cases * 1000) / foreseen) * SLACK) + CALM_MS : args.minutes * MINUTE_MS
      const from = now() + leadMs
      say(`立案 / filing ${cases}, ${foreseen.toFixed(1)}/s, ${(leadMs / MINUTE_MS).toFixed(1)} min ...`)
      const planned = spreadOver(cases, from, SPAN_MS).map(limit)
      const filedPerSecond = await fileAll(planned)
      const calmMs = from - now()
      if (calmMs < 0) throw new Error(`filing at ${filedPerSecond.toFixed(1)}/s went on when the storm began; give it more --minutes`)
      const mailsBefore = stack.mails()
      say(`已立案，${(calmMs / 1000).toFixed(0)} 秒后到期 / filed, due in ${(calmMs / 1000).toFixed(0)} s ...`)
      await sleep(Math.max(0, calmMs - 1000), undefined, { signal })
      const before = cpuNow(bench.records, ['bare-worker'])
      const started = performance.now()
      await untilExpired(stack.database, cases, STALL_MS + 1000, signal)
      const seconds = (performance.now() - started) / 1000
      const cpu = cpuBetween(before, cpuNow(bench.records, ['bare-worker']))
      const logs = await Promise.all(SERVING.map((type) => servedLimits(stack.database, type, engine.face)))
      const events = Object.fromEntries(SERVING.map((type, n) => [type, judge(planned, logs[n] ?? [])]))
      say(`${cases} 件在 ${SPAN_MS / 1000} 秒内到期 / limits due within ${SPAN_MS / 1000} s; served in ${seconds.toFixed(1)} s`)
      for (const line of [...servedReport(events), ...cpuReport(cpu, seconds, cases)]) say(line)
      await keep({ cases, filedPerSecond, calmMs, seconds, cpu, mails: stack.mails() - mailsBefore, events })
    } finally {
      await engine.close()
    }
  })
}
