import { z } from 'zod'
import type { LogCase } from '../log/event-log.ts'
import type { CaseDeps } from './run-case.ts'

const event = z.object({
  type: z.string(),
  actor: z.object({ id: z.string().nullish() }),
  task: z.object({ stage: z.string() }).nullable(),
})
const history = z.object({ events: z.array(event) })
export type HistoryEvent = z.output<typeof event>

/** One thing in which an appeal differs from its case of the log. */
export interface Difference {
  readonly caseId: string
  readonly kind: 'unfiled' | 'sequence' | 'officer' | 'open'
  readonly en: string
  readonly zh: string
}

/** Reads the events of an appeal through the API and compares them with the log. */
export async function checkCase(deps: CaseDeps, logCase: LogCase, number: string | null): Promise<readonly Difference[]> {
  if (number === null) return [{ caseId: logCase.id, kind: 'unfiled', zh: '未能提交', en: 'was not filed' }]
  const { token } = deps.people.auditor
  const { events } = await deps.api.send({ method: 'GET', path: `/api/appeals/${number}/events`, token, answer: history })
  const officerId = (name: string): string => deps.people.officers.get(name)?.id ?? ''
  return differences(logCase, events, deps.stageOf, officerId)
}

/** Whether the completed tasks are those of the log, in its order and by its officers, and the appeal is closed. */
export function differences(
  { id: caseId, tasks }: LogCase,
  events: readonly HistoryEvent[],
  stageOf: (task: string) => string,
  officerId: (name: string) => string,
): readonly Difference[] {
  const found: Difference[] = []
  const done = events.filter((each) => each.type === 'TaskCompleted')
  const place = [...Array(Math.max(done.length, tasks.length)).keys()].find((at) => {
    const recorded = tasks[at]
    return recorded === undefined || done[at]?.task?.stage !== stageOf(recorded.task)
  })
  if (place !== undefined) {
    const [log, events] = [tasks[place]?.task ?? '-', done[place]?.task?.stage ?? '-']
    found.push({
      caseId,
      kind: 'sequence',
      zh: `第 ${place + 1} 个任务：日志为“${log}”，事件为“${events}”`,
      en: `task ${place + 1} is "${log}" in the log, "${events}" in the events`,
    })
  } else {
    const other = tasks.findIndex(({ officer }, at) => done[at]?.actor.id !== officerId(officer))
    if (other >= 0)
      found.push({
        caseId,
        kind: 'officer',
        zh: `第 ${other + 1} 个任务不是由 ${tasks[other]?.officer} 完成的`,
        en: `task ${other + 1} was not completed by ${tasks[other]?.officer}`,
      })
  }
  if (!events.some((each) => each.type === 'AppealClosed')) found.push({ caseId, kind: 'open', zh: '未办结', en: 'is not closed' })
  return found
}
