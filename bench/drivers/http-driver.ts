import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Api } from '../../scripts/replay/run/http.ts'
import { appealWorkflowId } from '../../workflows/messages.ts'
import { OUTCOME, type Route } from '../routes.ts'
import { type CaseRun, timed } from './case-run.ts'
import { actorAt, type BenchActor } from './people.ts'

const openTask = z.object({ id: z.string(), version: z.number() })
const filed = z.object({ id: z.string(), tasks: z.array(openTask) })
const completed = z.object({ appeal: z.object({ openTasks: z.array(openTask) }) })
const shown = z.object({ id: z.string(), endedAt: z.null() })

/** Files and completes over HTTP as a client does; after each completion GET shows the next task. */
export function createHttpRun(api: Api, actors: readonly BenchActor[], route: Route): CaseRun {
  return async (place, times) => {
    const { token, expertId } = actorAt(actors, place)
    const body = { item: route.item, expertId, form: { matter: 'bench' }, confirmDuplicate: true }
    const key = randomUUID()
    const appeal = await timed(times.filedMs, () => api.send({ method: 'POST', path: '/api/appeals', token, key, body, answer: filed }))
    let task = appeal.tasks[0]
    for (const [at, window] of route.windows.entries()) {
      if (task === undefined) throw new Error(`appeal ${appeal.id} has no open task at ${window}`)
      const { id, version } = task
      const path = `/api/tasks/${id}/completion`
      const from = performance.now()
      const answer = await timed(times.answeredMs, () =>
        api.send({ method: 'POST', path, token, key: `complete-${id}`, body: { version, outcome: OUTCOME }, answer: completed }),
      )
      task = answer.appeal.openTasks[0]
      if (at === route.windows.length - 1) break
      if (task === undefined) throw new Error(`appeal ${appeal.id} has no task after ${window}`)
      await api.send({ method: 'GET', path: `/api/tasks/${task.id}`, token, answer: shown })
      times.visibleMs.push(performance.now() - from)
    }
    if (task !== undefined) throw new Error(`appeal ${appeal.id} has task ${task.id} after its last`)
    return appealWorkflowId(appeal.id)
  }
}
