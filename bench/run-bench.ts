import { Client, Connection } from '@temporalio/client'
import type { Catalog } from '../catalog/loader/catalog.ts'
import { caseTimeAt } from '../domain/time/clock-face.ts'
import { createApi } from '../scripts/replay/run/http.ts'
import type { RunRecords } from '../scripts/start/run-records.ts'
import { createBareRun } from './drivers/bare-driver.ts'
import type { CaseRun } from './drivers/case-run.ts'
import { createEngineRun } from './drivers/engine-driver.ts'
import { createHttpRun } from './drivers/http-driver.ts'
import { openEngine } from './drivers/open-engine.ts'
import { createActors } from './drivers/people.ts'
import { type Block, type Way, WAYS } from './figures/way.ts'
import { type Plan, WARM_UP } from './measure/plan.ts'
import { runBlock } from './measure/run-block.ts'
import { type Route, ROUTES } from './routes.ts'
import type { Stack } from './stack/start-stack.ts'

export interface BenchDeps {
  readonly stack: Stack
  readonly records: RunRecords
  readonly catalog: Catalog
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/** Runs all routes in all settings, the three ways in turns; answers the measured blocks. Throws where a case does not run through. */
export async function runBench({ stack, records, catalog, plan, signal, say }: BenchDeps): Promise<readonly Block[]> {
  const { baseUrl, database, temporalAddress: address } = stack
  const connection = await Connection.connect({ address })
  const engine = await openEngine(stack, catalog)
  try {
    const client = new Client({ connection })
    const api = createApi(baseUrl, signal)
    const most = Math.max(WARM_UP.actors, ...plan.settings.map(({ actors }) => actors))
    const actors = await createActors(api, database, most)
    const runOf: Record<Way, (route: Route) => CaseRun> = {
      bare: (route) => createBareRun(client, actors, route),
      engine: (route) => createEngineRun(engine, actors, route),
      http: (route) => createHttpRun(api, actors, route),
    }
    const deps = { client, database, records, now: () => caseTimeAt(engine.face, Date.now()) }
    const block = (way: Way, route: Route, setting: { actors: number; cases: number }): Promise<Block> => {
      signal.throwIfAborted()
      return runBlock(deps, { way, route: route.item, ...setting }, runOf[way](route))
    }

    say('预热 / warming up ...')
    for (const route of ROUTES) for (const way of WAYS) await block(way, route, WARM_UP)
    const blocks: Block[] = []
    for (const route of ROUTES) {
      for (const setting of plan.settings) {
        for (let turn = 1; turn <= plan.turns; turn += 1) for (const way of WAYS) blocks.push(await block(way, route, setting))
        say(`${route.name.zh} / ${route.name.en}, ${setting.actors} 人 / actors: ${setting.cases * plan.turns} 件 / cases a way`)
      }
    }
    if (api.repeats() > 0) say(`${api.repeats()} 次请求重发 / requests repeated`)
    return blocks
  } finally {
    await engine.close()
    await connection.close()
  }
}
