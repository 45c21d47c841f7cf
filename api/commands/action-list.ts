import type { CommandTarget } from '../../domain/case/authorize.ts'
import type { TaskCommandKind } from '../../domain/case/command.ts'
import { permit } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Actor } from '../../domain/people/actor.ts'
import type { Text } from '../../domain/text.ts'
import { type BodyField, fieldsOf } from './bodies.ts'
import { CASE_COMMANDS, TASK_COMMANDS } from './table.ts'
import type { CaseCommandKind } from './table.ts'

/** One thing the asking person may do now: what a button needs. */
export interface Action {
  readonly kind: string
  readonly name: Text
  readonly method: 'POST'
  readonly href: string
  readonly fields: readonly BodyField[]
}

const TASK_KINDS = Object.keys(TASK_COMMANDS) as TaskCommandKind[]
const CASE_KINDS = Object.keys(CASE_COMMANDS) as CaseCommandKind[]

/** What the actor may do now with one task, by the same `permit` that the engine asks. */
export function taskActions(state: CaseState, actor: Actor, taskId: string): Action[] {
  return TASK_KINDS.filter((kind) => permit(state, kind, { taskId }, actor) === true).map((kind) => ({
    kind,
    name: TASK_COMMANDS[kind].name,
    method: 'POST',
    href: `/api/tasks/${taskId}/${TASK_COMMANDS[kind].noun}`,
    fields: fieldsOf(kind),
  }))
}

/** What the actor may do now with the appeal as a whole. */
export function caseActions(state: CaseState, actor: Actor): Action[] {
  return CASE_KINDS.filter((kind) => targetsOf(state, kind).some((target) => permit(state, kind, target, actor) === true)).map((kind) => ({
    kind,
    name: CASE_COMMANDS[kind].name,
    method: 'POST',
    href: `/api/appeals/${state.start.number}/${CASE_COMMANDS[kind].noun}`,
    fields: fieldsOf(kind),
  }))
}

/** What a command on the appeal may be aimed at. */
function targetsOf(state: CaseState, kind: CaseCommandKind): readonly CommandTarget[] {
  if (kind === 'AnswerOrder') return Object.keys(state.orders).map((orderId) => ({ orderId }))
  if (kind === 'DecideExtension') return Object.keys(state.extensions).map((requestId) => ({ requestId }))
  return [{}]
}
