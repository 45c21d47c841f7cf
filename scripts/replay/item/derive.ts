import type { EventLog } from '../log/event-log.ts'
import { ToldError } from '../told-error.ts'
import { codeMaker } from './slug.ts'

/** A task of the log as a stage of the item. */
export interface DerivedStage {
  readonly code: string
  readonly task: string
  /** codes of the stages that follow directly in at least one case, in the order in which the log shows them */
  readonly followers: readonly string[]
  /** whether a case ever ends here */
  readonly ends: boolean
  /** officers who completed it, in the order of the log */
  readonly officers: readonly string[]
}

/** What the log says of its own rules. */
export interface DerivedRoute {
  readonly start: string
  readonly stages: readonly DerivedStage[]
  /** channels by which cases came, empty where the log does not say */
  readonly channels: readonly string[]
  /** calendar days from receipt to the legal deadline in most cases, null where the log does not say */
  readonly legalDays: number | null
}

interface OpenStage {
  readonly code: string
  readonly task: string
  readonly followers: Set<string>
  readonly officers: Set<string>
  ends: boolean
}

/**
 * The route of a log from its directly-follows graph: each task a stage, each direct follower an
 * outcome, a close where a case ever ends. Loops stay loops. Throws `ToldError` where cases begin
 * with different tasks, since an item has one first stage.
 */
export function deriveRoute(log: EventLog): DerivedRoute {
  const codeOf = codeMaker('task')
  const stages = new Map<string, OpenStage>()
  const stageOf = (task: string): OpenStage => {
    const code = codeOf(task)
    const known = stages.get(code)
    if (known) return known
    const made: OpenStage = { code, task, followers: new Set(), officers: new Set(), ends: false }
    stages.set(code, made)
    return made
  }
  for (const { tasks } of log) {
    tasks.forEach(({ task, officer }, place) => {
      const stage = stageOf(task)
      stage.officers.add(officer)
      const next = tasks[place + 1]
      if (next) stage.followers.add(stageOf(next.task).code)
      else stage.ends = true
    })
  }
  return {
    start: codeOf(firstTask(log)),
    stages: [...stages.values()].map(({ followers, officers, ...rest }) => ({
      ...rest,
      followers: [...followers],
      officers: [...officers],
    })),
    channels: [...new Set(log.flatMap(({ channel }) => (channel === null ? [] : [channel])))],
    legalDays: usualDays(log),
  }
}

function firstTask(log: EventLog): string {
  const first = log[0]?.tasks[0]?.task
  if (first === undefined) throw new ToldError('日志里没有任务', 'the log has no task')
  const other = log.find(({ tasks }) => tasks[0]?.task !== first)
  if (!other) return first
  const [zh, en] = [
    `案件 ${other.id} 始于“${other.tasks[0]?.task}”，其他案件始于“${first}”`,
    `case ${other.id} begins with "${other.tasks[0]?.task}", others with "${first}"`,
  ]
  throw new ToldError(`${zh}；事项只能有一个起始环节`, `${en}; an item has one first stage`)
}

const DAY_US = 86_400_000_000

/** Local clock time may differ by an hour across the change to summer time, so days are rounded. */
function usualDays(log: EventLog): number | null {
  const counts = new Map<number, number>()
  for (const { received, deadline } of log) {
    if (received === null || deadline === null || deadline.at <= received.at) continue
    const days = Math.round((deadline.at - received.at) / DAY_US)
    counts.set(days, (counts.get(days) ?? 0) + 1)
  }
  const usual = [...counts].reduce<[number, number] | null>((best, each) => (best !== null && best[1] >= each[1] ? best : each), null)
  return usual === null ? null : usual[0]
}
