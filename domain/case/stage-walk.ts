import type { Instant } from '../clocks/types.ts'
import { resolveWindow } from '../routing/windows.ts'
import type { Outcome, Stage } from '../routing/item.ts'
import type { Text } from '../text.ts'
import type { CaseEvent } from './event.ts'
import { stageOf } from './lookups.ts'
import type { CaseState } from './state.ts'

/** `now`: the appeal is there. `possible`: it may come there from where it is. `not-taken`: neither been nor reachable any more. */
export const STAGE_PLACES = ['visited', 'now', 'possible', 'not-taken'] as const
export type StagePlace = (typeof STAGE_PLACES)[number]

export interface StageVisit {
  /** 1 for the first time the appeal was in this stage. */
  readonly visit: number
  readonly enteredAt: Instant
  /** Null while it is there. */
  readonly leftAt: Instant | null
  /** By which the stage was completed; null while it is there, and where it was left otherwise (withdrawn, closed by order). */
  readonly outcome: Text | null
}

/** One stage of the frozen item, in its order, and what has become of it. */
export interface WalkedStage {
  readonly stage: Stage
  readonly place: StagePlace
  readonly visits: readonly StageVisit[]
  /** Code of the window that has, or last had, its lead task; of a stage to come the one it would be dispatched to. */
  readonly window: string
}

/** How the appeal has walked through its item, and where it may still go. `events` are those of the case, from the first. */
export function stageWalk(state: CaseState, events: readonly CaseEvent[]): readonly WalkedStage[] {
  const ahead = reachable(state)
  return state.start.item.stages.map((stage) => {
    const visits = visitsOf(state, events, stage)
    const isNow = state.status === 'open' && state.stage === stage.code
    const place = isNow ? 'now' : visits.length > 0 ? 'visited' : ahead.has(stage.code) ? 'possible' : 'not-taken'
    return { stage, place, visits, window: windowOf(state, stage) }
  })
}

/** Stages that the outcomes of the present one, and of those they lead to, can reach; none once the appeal is closed. */
function reachable(state: CaseState): ReadonlySet<string> {
  const found = new Set<string>()
  const look = state.status === 'open' && state.stage !== null ? [state.stage] : []
  for (let code = look.pop(); code !== undefined; code = look.pop()) {
    const next = stageOf(state, code).outcomes.flatMap(stagesAfter)
    look.push(...next.filter((each) => !found.has(each)))
    for (const each of next) found.add(each)
  }
  return found
}

function stagesAfter(outcome: Outcome): readonly string[] {
  return outcome.leadsTo.flatMap(({ target }) => (target.kind === 'stage' ? [target.stage] : []))
}

function visitsOf(state: CaseState, events: readonly CaseEvent[], stage: Stage): readonly StageVisit[] {
  const entries = events.flatMap((event) => (event.type === 'StageEntered' && event.data.stage === stage.code ? [event] : []))
  return entries.map((entry) => {
    const left = events.find((event) => event.seq > entry.seq && (event.type === 'StageEntered' || event.type === 'AppealClosed'))
    const completed = events.find(
      (event) => event.type === 'TaskCompleted' && event.seq > entry.seq && left !== undefined && event.commandId === left.commandId,
    )
    const code = completed?.type === 'TaskCompleted' ? completed.data.outcome : null
    return {
      visit: entry.data.visit,
      enteredAt: entry.at,
      leftAt: left?.at ?? null,
      outcome: stageOf(state, stage.code).outcomes.find((each) => each.code === code)?.name ?? null,
    }
  })
}

function windowOf(state: CaseState, stage: Stage): string {
  const last = Object.values(state.tasks).findLast((task) => task.role === 'lead' && task.stage === stage.code)
  return last?.window ?? resolveWindow(stage.window, state.start.directory).window.code
}
