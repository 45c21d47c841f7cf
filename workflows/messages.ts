import type { ClockFace } from '../domain/time/clock-face.ts'
import type { CommandOf } from '../domain/case/command.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import type { CaseStart, CaseState } from '../domain/case/state.ts'

/** Names and shapes of everything that is said to a running appeal; the API and the worker share them. */
export const TASK_QUEUE = 'hongyan'

export const APPEAL_WORKFLOW = 'appeal'
export const POSTMAN_WORKFLOW = 'postman'
export const CHANGE_WORKFLOW = 'reprojection'
export const HOUSEKEEPING_WORKFLOW = 'housekeeping'
export const WATCHDOG_WORKFLOW = 'watchdog'

export const POSTMAN_ID = 'postman'
export const HOUSEKEEPING_SCHEDULE = 'housekeeping'
export const WATCHDOG_SCHEDULE = 'watchdog'

/** Update (Command) -> CommandAnswer; its id is the command's id. */
export const COMMAND = 'command'
/** Signal (): looks again at what is due; yields nothing when nothing is. */
export const WAKE = 'wake'
/** Signal (ClockFace): case time goes by another face from now on. */
export const FACE = 'face'
/** Signal (): begins a new run with the present state at the next quiet moment. */
export const UPGRADE = 'upgrade'
/** Query () -> Snapshot; only for an appeal that has ended, see LOOK. */
export const SNAPSHOT = 'snapshot'
/**
 * Update () that is always refused, by a failure of type SNAPSHOT_FAILURE with the Snapshot as its detail; so it leaves
 * nothing in the history. A running appeal is asked this way: a query that meets a write under way makes the
 * engine's client end the workflow task in two, in an order that no replay can follow.
 */
export const LOOK = 'look'

/** Type of the ApplicationFailure that carries a refusal as its only detail. */
export const REFUSAL_FAILURE = 'Refusal'
/** Type of the ApplicationFailure that carries a Snapshot as its only detail. */
export const SNAPSHOT_FAILURE = 'Snapshot'
/** Type of the ApplicationFailure of an unforeseen error in a handler. */
export const BUG_FAILURE = 'Bug'

export function appealWorkflowId(caseId: string): string {
  return `appeal-${caseId}`
}

/** The workflow that moves open appeals to a newer calendar or item. */
export function changeWorkflowId(runId: string): string {
  return `reprojection-${runId}`
}

/** An appeal begins with its filing, or goes on in a new run with the state it had. No face means real time. */
export type AppealInput =
  | { readonly start: CaseStart; readonly file: CommandOf<'FileAppeal'>; readonly face?: ClockFace }
  | { readonly state: CaseState; readonly face?: ClockFace }

/** A filing that the rules refused ends the workflow at once with that refusal; else it ends with aftercare. */
export type AppealResult =
  | { readonly ended: 'aftercare-over'; readonly seq: number }
  | { readonly ended: 'refused'; readonly refusal: Refusal }

/** The command is stored. `seq`: of its last event; `events`: how many it led to, 0 when it had been handled before. */
export interface CommandAnswer {
  readonly seq: number
  readonly events: number
}

/** What the workflow knows: the state as stored, and how many decided events are not written yet. */
export interface Snapshot {
  readonly state: CaseState
  readonly unwritten: number
  readonly caseNow: number
  readonly nextWakeAt: number | null
  /** A due instant at which the rules did nothing; a bug, until the next command or wake. */
  readonly stuckAt: number | null
}
