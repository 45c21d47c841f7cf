import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Gateway } from '../../api/gateway.ts'
import { type Catalog, directoryFor } from '../../catalog/loader/catalog.ts'
import { isRefusal } from '../../domain/case/refusal.ts'
import type { CaseStart } from '../../domain/case/state.ts'
import { type ClockFace, caseTimeAt } from '../../domain/time/clock-face.ts'
import type { SeqWatch } from '../../prisma/readers/seq-watch.ts'
import type { TaskReader } from '../../prisma/readers/task-reader.ts'
import type { IntakeStore } from '../../prisma/stores/intake-store.ts'
import { appealWorkflowId } from '../../workflows/messages.ts'
import { OUTCOME, type Route, STATION } from '../routes.ts'
import { type CaseRun, timed } from './case-run.ts'
import { completionOf, taskIdOf } from './completion.ts'
import { actorAt, type BenchActor } from './people.ts'

export interface EngineDeps {
  readonly gateway: Gateway
  readonly intakes: IntakeStore
  readonly watch: SeqWatch
  readonly tasks: TaskReader
  readonly catalog: Catalog
  readonly face: ClockFace
}

const VISIBLE_MS = 10_000
const LOOK_AGAIN_MS = 2

/** Files by the intake store and the gateway and completes by commands, without the API; reads the next task's row after each. */
export function createEngineRun(deps: EngineDeps, actors: readonly BenchActor[], route: Route): CaseRun {
  const now = (): number => caseTimeAt(deps.face, Date.now())
  return async (place, times) => {
    const actor = actorAt(actors, place)
    const caseId = randomUUID()
    await timed(times.filedMs, () => file(deps, startOf(deps.catalog, route, caseId, actor), actor, now()))
    const last = route.windows.length
    for (let n = 1; n <= last; n += 1) {
      const from = performance.now()
      const answer = await timed(times.answeredMs, () => deps.gateway.command(caseId, completionOf(caseId, n, actor, now(), OUTCOME)))
      if (isRefusal(answer)) throw new Error(`task ${n} of ${caseId}: refused as ${answer.refusal}`)
      if (n === last) break
      await untilOpen(deps.tasks, taskIdOf(caseId, n + 1))
      times.visibleMs.push(performance.now() - from)
    }
    return appealWorkflowId(caseId)
  }
}

function startOf(catalog: Catalog, route: Route, caseId: string, { expertId }: BenchActor): Omit<CaseStart, 'number'> {
  const item = catalog.items.get(route.item)
  if (item === undefined) throw new Error(`the catalogue has no item ${route.item}`)
  const directory = directoryFor(catalog, STATION)
  const ids = new Set([...directory.stations, ...directory.windows].map(({ calendar }) => calendar))
  return {
    caseId,
    item,
    directory,
    calendars: Object.fromEntries([...catalog.calendars].filter(([id]) => ids.has(id))),
    expert: { id: expertId, tier: 'B', language: 'en' },
    leaderContact: null,
    liaison: null,
    facts: {},
    materials: {},
  }
}

async function file(
  { gateway, intakes, watch, face }: EngineDeps,
  start: Omit<CaseStart, 'number'>,
  actor: BenchActor,
  at: number,
): Promise<void> {
  const key = `bench-file-${start.caseId}`
  const intake = await intakes.createIntake({
    start,
    file: { id: key, at, actor: actor.clerk, kind: 'FileAppeal', data: {} },
    idempotencyKey: key,
    bodyHash: key,
    channel: 'counter',
    form: { matter: 'bench' },
    confirmDuplicate: true,
  })
  if (intake.kind !== 'created') throw new Error(`case ${start.caseId}: the intake is ${intake.kind}`)
  await gateway.start({ start: intake.start, file: intake.file, face })
  if (await watch.waitForSeq(start.caseId, 1, VISIBLE_MS)) return
  const refusal = await gateway.filingRefusal(start.caseId)
  throw new Error(`case ${start.caseId} was not stored within ${VISIBLE_MS} ms, refusal: ${refusal?.refusal ?? 'none'}`)
}

async function untilOpen(tasks: TaskReader, taskId: string): Promise<void> {
  const until = performance.now() + VISIBLE_MS
  for (;;) {
    const row = await tasks.find(taskId)
    if (row !== null && row.endedAt === null) return
    if (performance.now() > until) throw new Error(`task ${taskId} did not become visible within ${VISIBLE_MS} ms`)
    await sleep(LOOK_AGAIN_MS)
  }
}
