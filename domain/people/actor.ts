import type { StaffRole } from './roles.ts'

/**
 * What a staff member may act as, resolved by the API from memberships that are valid on the day
 * (role x window x station) and from substitution. `decide` asks nobody else.
 * - clerk, window-lead: `windows` are the codes they hold the role in.
 * - department-head: `windows` are all windows of their department at their station and below.
 * - station-supervisor: `stations` are their station and those below it; province-supervisor: all.
 * - liaison: `stations` are where they file and follow on behalf.
 */
export interface Grant {
  readonly role: StaffRole
  readonly windows: readonly string[]
  readonly stations: readonly string[]
  /** Staff id whose substitute (A/B岗) the actor is; null when acting for oneself. */
  readonly actingFor: string | null
}

export type Actor =
  | { readonly kind: 'expert'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'timer' }
  | { readonly kind: 'system' }

/** What an event keeps of its actor: who, never what they were granted. */
export interface ActorRef {
  readonly kind: Actor['kind']
  readonly id: string | null
}

export const TIMER: Actor = { kind: 'timer' }
export const SYSTEM: Actor = { kind: 'system' }

export function refOf(actor: Actor): ActorRef {
  return { kind: actor.kind, id: actor.kind === 'expert' || actor.kind === 'staff' ? actor.id : null }
}
