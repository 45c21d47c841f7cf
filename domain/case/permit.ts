import type { Actor } from '../people/actor.ts'
import { PERMISSIONS } from '../people/permissions.ts'
import { type Authority, authorize, type CommandTarget } from './authorize.ts'
import type { CommandKind } from './command.ts'
import { gate } from './gate.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { CaseState } from './state.ts'

/**
 * Who may do what now: the right first, then what the state allows. Pages' buttons and the API's
 * rights are both this function (design 1). Contents of a command are looked at by `decide`.
 */
export function permit(state: CaseState, kind: CommandKind, target: CommandTarget, actor: Actor): true | Refusal {
  const authority: Authority | Refusal = authorize(state, kind, target, actor)
  return isRefusal(authority) ? authority : gate(state, kind, target)
}

const KINDS = Object.keys(PERMISSIONS) as readonly CommandKind[]

/** Every kind of command the actor may give now at that target, in the order of the permissions table. */
export function permittedKinds(state: CaseState, actor: Actor, target: CommandTarget): readonly CommandKind[] {
  return KINDS.filter((kind) => permit(state, kind, target, actor) === true)
}
