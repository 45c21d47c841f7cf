import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { loadCatalog } from '../catalog/loader/load-catalog.ts'
import { provinceCalendar } from '../scripts/replay/item/write-catalogue.ts'
import { nextEvening } from '../scripts/replay/stack/next-evening.ts'
import { parseBenchArguments } from './arguments.ts'
import { report } from './figures/report.ts'
import { summaryOf } from './figures/summary.ts'
import { planOf } from './measure/plan.ts'
import { ROUTES } from './routes.ts'
import { runBench } from './run-bench.ts'
import { writeBenchCatalogue } from './stack/catalogue.ts'
import { takeBenchPlace } from './stack/place.ts'
import { createStack } from './stack/start-stack.ts'

const DIST = join(import.meta.dirname, '..')
const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort(new Error(signal)))

const say = (line: string): void => console.log(line)

/** Starts a system of its own, runs everything and reports it; what was started is stopped in every case. */
async function main(): Promise<void> {
  const args = parseBenchArguments(process.argv.slice(2))
  const plan = planOf(args.quick)
  const bench = await takeBenchPlace(process.env)
  const stack = createStack(bench, process.env, DIST, say)
  try {
    await writeBenchCatalogue(join(DIST, 'catalog'), bench.catalogue, ROUTES)
    const catalog = loadCatalog(bench.catalogue)
    say('启动 / starting PostgreSQL, Temporal, workers and API ...')
    const started = await stack.start(nextEvening(provinceCalendar(catalog).calendar, Date.now()))
    const load = { cores: cpus().length, before: loadavg() }
    const blocks = await runBench({ stack: started, records: bench.records, catalog, plan, signal: interrupt.signal, say })
    const rows = summaryOf(blocks)
    say(report(rows))
    const file = join(bench.place.data, 'result.json')
    const machine = { ...load, after: loadavg(), node: process.version }
    await writeFile(file, `${JSON.stringify({ quick: args.quick, machine, mails: started.mails(), rows, blocks }, null, 1)}\n`)
    say(`\n${file}`)
  } finally {
    await stack.stop()
    await bench.release()
  }
}

await main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
process.exit()
