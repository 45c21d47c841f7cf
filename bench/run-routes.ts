import { provinceCalendar } from '../scripts/replay/item/write-catalogue.ts'
import { nextEvening } from '../scripts/replay/stack/next-evening.ts'
import type { BenchContext } from './context.ts'
import { report } from './figures/report.ts'
import { summaryOf } from './figures/summary.ts'
import { planOf } from './measure/plan.ts'
import { ROUTES } from './routes.ts'
import { runBench } from './run-bench.ts'
import { withSystem } from './stack/with-system.ts'

/** The routes in three ways, on a system of its own in the case time of an evening. */
export async function runRoutes(context: BenchContext): Promise<void> {
  const { args, signal, say, keep } = context
  const items = ROUTES.map(({ item }) => item)
  await withSystem(context, items, async ({ bench, catalog, openStack }) => {
    const stack = await openStack({ caseTime: nextEvening(provinceCalendar(catalog).calendar, Date.now()), bareWorker: true })
    const blocks = await runBench({ stack, records: bench.records, catalog, plan: planOf(args.quick), signal, say })
    const rows = summaryOf(blocks)
    say(report(rows))
    await keep({ mails: stack.mails(), rows, blocks })
  })
}
