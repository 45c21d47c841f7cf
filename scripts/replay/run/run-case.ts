import { z } from 'zod'
import { CLOSE_OUTCOME, ITEM_CODE, outcomeTo } from '../item/item-file.ts'
import type { LogCase, LogTask } from '../log/event-log.ts'
import { type Api, Refused } from './http.ts'
import type { People, SignedIn } from './people.ts'
import type { Tally } from './tally.ts'

export interface CaseDeps {
  readonly api: Api
  readonly people: People
  /** code of the stage that a task of the log became */
  readonly stageOf: (task: string) => string
  /** code in the form of a channel of the log */
  readonly channels: ReadonlyMap<string, string>
  readonly tally: Tally
}

const openTask = z.object({ id: z.string(), stage: z.string(), role: z.string(), version: z.number() })
type OpenTask = z.output<typeof openTask>
const appeal = z.object({ number: z.string(), tasks: z.array(openTask) })
const completed = z.object({ appeal: z.object({ openTasks: z.array(openTask) }) })

/**
 * Files one case and completes its recorded tasks by the recorded officers, in the recorded order.
 * Answers the number of the appeal, null where it could not be filed. A refusal ends the case and is counted.
 */
export async function runCase(deps: CaseDeps, logCase: LogCase): Promise<string | null> {
  const { tally } = deps
  let number: string | null = null
  try {
    const filed = await fileCase(deps, logCase)
    number = filed.number
    tally.filed += 1
    let open: readonly OpenTask[] = filed.tasks
    for (const [place, recorded] of logCase.tasks.entries()) {
      const task = open.find((each) => each.role === 'lead')
      const stage = deps.stageOf(recorded.task)
      if (task?.stage !== stage) throw new Refused('other-stage', `${number} is at ${task?.stage ?? 'no stage'}, the log at ${stage}`)
      open = await complete(deps, officerOf(deps, recorded), task, logCase.tasks[place + 1])
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    tally.refusals.push({ caseId: logCase.id, code: error.code, message: error.message })
  }
  tally.ended += 1
  return number
}

function fileCase(deps: CaseDeps, { id, channel, received, deadline, closed, tasks: [first] }: LogCase): Promise<z.output<typeof appeal>> {
  const form = {
    caseId: id,
    ...(channel !== null && { channel: deps.channels.get(channel) }),
    ...(received !== null && { received: received.date }),
    ...(deadline !== null && { deadline: deadline.date }),
    ...(closed !== null && { closed: closed.date }),
  }
  if (first === undefined) throw new Error(`case ${id} has no task`)
  const body = { item: ITEM_CODE, expertId: deps.people.experts.get(id), form }
  return deps.api.send({
    method: 'POST',
    path: '/api/appeals',
    token: officerOf(deps, first).token,
    key: `file-${slotOf(id)}`,
    body,
    answer: appeal,
  })
}

/** Completes a task; answers the tasks that are open afterwards. */
async function complete(
  { api, stageOf, tally }: CaseDeps,
  officer: SignedIn,
  task: OpenTask,
  next: LogTask | undefined,
): Promise<readonly OpenTask[]> {
  const outcome = next === undefined ? CLOSE_OUTCOME : outcomeTo(stageOf(next.task))
  const body = { version: task.version, outcome }
  const pressedAt = performance.now()
  const path = `/api/tasks/${task.id}/completion`
  const answer = await api.send({ method: 'POST', path, token: officer.token, key: `complete-${task.id}`, body, answer: completed })
  tally.completionMs.push(performance.now() - pressedAt)
  return answer.appeal.openTasks
}

function officerOf({ people }: CaseDeps, { officer }: LogTask): SignedIn {
  const found = people.officers.get(officer)
  if (found === undefined) throw new Error(`the officer ${officer} was not created`)
  return found
}

/** A key holds visible ASCII characters only; a case id of a log may hold any. */
function slotOf(caseId: string): string {
  return encodeURIComponent(caseId).slice(0, 180)
}
