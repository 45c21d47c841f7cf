import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRefusal } from '../../domain/case/refusal.ts'
import { caseTimeAt } from '../../domain/time/clock-face.ts'
import type { TaskReader } from '../../prisma/readers/task-reader.ts'
import { appealWorkflowId } from '../../workflows/messages.ts'
import { OUTCOME, type Route } from '../routes.ts'
import { type CaseRun, timed } from './case-run.ts'
import { completionOf, taskIdOf } from './completion.ts'
import { type FilingDeps, file } from './filing.ts'
import { actorAt, type BenchActor } from './people.ts'

export interface EngineDeps extends FilingDeps {
  readonly tasks: TaskReader
}

const VISIBLE_MS = 10_000
const LOOK_AGAIN_MS = 2

/** Files by the intake store and the gateway and completes by commands, without the API; reads the next task's row after each. */
export function createEngineRun(deps: EngineDeps, actors: readonly BenchActor[], route: Route): CaseRun {
  const now = (): number => caseTimeAt(deps.face, Date.now())
  return async (place, times) => {
    const actor = actorAt(actors, place)
    const caseId = randomUUID()
    await timed(times.filedMs, () => file(deps, { caseId, item: route.item, actor, at: now() }))
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

async function untilOpen(tasks: TaskReader, taskId: string): Promise<void> {
  const until = performance.now() + VISIBLE_MS
  for (;;) {
    const row = await tasks.find(taskId)
    if (row !== null && row.endedAt === null) return
    if (performance.now() > until) throw new Error(`task ${taskId} did not become visible within ${VISIBLE_MS} ms`)
    await sleep(LOOK_AGAIN_MS)
  }
}
