import { setMaxListeners } from 'node:events'
import type { Database } from '../../prisma/database.ts'
import type { DerivedRoute } from './item/derive.ts'
import { channelCodes } from './item/item-file.ts'
import type { EventLog } from './log/event-log.ts'
import { checkCase, type Difference } from './run/check-case.ts'
import { createApi } from './run/http.ts'
import { inParallel } from './run/in-parallel.ts'
import { createPeople } from './run/people.ts'
import { startProgressBar } from './run/progress-bar.ts'
import type { Outcome } from './run/report.ts'
import { type CaseDeps, runCase } from './run/run-case.ts'
import { newTally } from './run/tally.ts'

export interface ReplayDeps {
  readonly baseUrl: string
  readonly database: Database
  /** code of the province station */
  readonly province: string
  /** the cases that run; the route may be that of more */
  readonly log: EventLog
  readonly route: DerivedRoute
  readonly parallel: number
  readonly mails: () => number
  readonly out: NodeJS.WriteStream
  readonly signal: AbortSignal
}

/** Runs the cases through the API, then reads every appeal's events and compares them with the log. */
export async function replay(deps: ReplayDeps): Promise<Outcome> {
  const { baseUrl, database, province, log, route, parallel, out, signal } = deps
  setMaxListeners(0, signal)
  const api = createApi(baseUrl, signal)
  out.write('建立人员并登录 / creating people and signing them in ...\n')
  const people = await createPeople(api, database, province, log, route)
  const stages = new Map(route.stages.map(({ task, code }) => [task, code]))
  const tally = newTally()
  const caseDeps: CaseDeps = { api, people, stageOf: (task) => stages.get(task) ?? '', channels: channelCodes(route), tally }

  const tasks = log.reduce((sum, each) => sum + each.tasks.length, 0)
  const numbers = new Map<string, string | null>()
  const startedAt = performance.now()
  const seconds = (): number => (performance.now() - startedAt) / 1000
  const note = (): string =>
    `${tally.ended}/${log.length} 件/cases  ${tally.completionMs.length}/${tasks} 任务/tasks  ${(tally.completionMs.length / seconds()).toFixed(1)}/s`
  const bar = startProgressBar(out, tasks, () => tally.completionMs.length, note)
  await inParallel(log, parallel, async (logCase) => {
    numbers.set(logCase.id, await runCase(caseDeps, logCase))
  }).finally(() => bar.stop())
  const took = seconds()

  out.write('逐件核对 / comparing every appeal with the log ...\n')
  const verdicts = new Map<string, readonly Difference[]>()
  await inParallel(log, parallel, async (logCase) => {
    verdicts.set(logCase.id, await checkCase(caseDeps, logCase, numbers.get(logCase.id) ?? null))
  })
  return summed(log, verdicts, { tasks, tally, seconds: took, repeats: api.repeats(), mails: deps.mails() })
}

function summed(
  log: EventLog,
  verdicts: ReadonlyMap<string, readonly Difference[]>,
  rest: Pick<Outcome, 'tasks' | 'tally' | 'seconds' | 'repeats' | 'mails'>,
): Outcome {
  const all = log.map(({ id }) => verdicts.get(id) ?? [])
  const count = (kind: Difference['kind']): number =>
    all.filter((found) => !found.some((each) => each.kind === kind || each.kind === 'unfiled')).length
  return { cases: log.length, closed: count('open'), sequenceEqual: count('sequence'), differences: all.flat(), ...rest }
}
