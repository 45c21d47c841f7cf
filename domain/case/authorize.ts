import { assertNever } from '../assert-never.ts'
import type { Actor, Grant } from '../people/actor.ts'
import { PERMISSIONS, type Scope, type StaffRule } from '../people/permissions.ts'
import type { StaffRole } from '../people/roles.ts'
import type { CommandKind } from './command.ts'
import { homeStation, named } from './lookups.ts'
import { type Refusal, type RefusalCode, refuse } from './refusal.ts'
import type { CaseState, Task } from './state.ts'

/** What a command is aimed at, besides the appeal itself. */
export interface CommandTarget {
  readonly taskId?: string
  readonly orderId?: string
  readonly requestId?: string
}

/** Under which right an actor acts. */
export interface Authority {
  /** Staff id of the absent person whose substitute acts; null for oneself. */
  readonly actingFor: string | null
  /** The role that carries the right; null for experts, timer and system. */
  readonly grant: Grant | null
}

/**
 * Who may give this command here, by the one table of permissions. Says nothing of whether the state
 * allows it now (that is `gate`). Own rights go before a substitute's.
 */
export function authorize(state: CaseState, kind: CommandKind, target: CommandTarget, actor: Actor): Authority | Refusal {
  const permission = PERMISSIONS[kind]
  switch (actor.kind) {
    case 'expert':
      return permission.expert && actor.id === state.start.expert.id ? { actingFor: null, grant: null } : refuse('not-permitted')
    case 'timer':
      return permission.timer ? { actingFor: null, grant: null } : refuse('not-permitted')
    case 'system':
      return permission.system ? { actingFor: null, grant: null } : refuse('not-permitted')
    default:
      return authorizeStaff(state, permission.staff, target, actor)
  }
}

/** Of several grants that do not suffice, the refusal of the one that comes nearest is told. */
const NEARNESS: readonly RefusalCode[] = ['not-permitted', 'other-window', 'other-assignee', 'unknown-task', 'order-unknown']

function authorizeStaff(
  state: CaseState,
  rules: readonly StaffRule[],
  target: CommandTarget,
  actor: Extract<Actor, { kind: 'staff' }>,
): Authority | Refusal {
  const task = named(state.tasks, target.taskId)
  const ordered = [...actor.grants].sort((a, b) => Number(a.actingFor !== null) - Number(b.actingFor !== null))
  let nearest = refuse('not-permitted')
  for (const rule of rules) {
    for (const grant of ordered) {
      if (!rule.roles.includes(grant.role)) continue
      const verdict = covers(state, rule.scope, grant, target, task, actor.id)
      if (verdict === true) return { actingFor: grant.actingFor, grant }
      if (NEARNESS.indexOf(verdict.refusal) > NEARNESS.indexOf(nearest.refusal)) nearest = verdict
    }
  }
  return nearest
}

function covers(state: CaseState, scope: Scope, grant: Grant, target: CommandTarget, task: Task | null, actorId: string): true | Refusal {
  switch (scope) {
    case 'station':
      return grant.stations.includes(homeStation(state).code) || refuse('not-permitted')
    case 'accountable':
      return holds(grant, state.accountableWindow)
    case 'involved':
      return Object.values(state.tasks).some((each) => grant.windows.includes(each.window)) || refuse('not-permitted')
    case 'order-window':
      return answersOrder(state, grant, target.orderId)
    case 'decider':
      return decides(state, grant, target.requestId)
    case 'task-window':
      return task === null ? refuse('unknown-task') : holds(grant, task.window)
    case 'worker':
      return worksOn(grant, task, actorId)
    default:
      return assertNever(scope)
  }
}

function holds(grant: Grant, window: string | null): true | Refusal {
  if (window === null) return refuse('not-permitted')
  return grant.windows.includes(window) || refuse('other-window', { params: { window } })
}

/** A clerk acts on a task that is theirs (or their absent colleague's) or still nobody's; a window lead on any of the window. */
function worksOn(grant: Grant, task: Task | null, actorId: string): true | Refusal {
  if (task === null) return refuse('unknown-task')
  const held = holds(grant, task.window)
  if (held !== true || grant.role === 'window-lead' || task.assignee === null) return held
  const mine = [actorId, grant.actingFor].some((id) => id !== null && (id === task.assignee || id === task.delegate))
  return mine || refuse('other-assignee')
}

function answersOrder(state: CaseState, grant: Grant, orderId: string | undefined): true | Refusal {
  const order = named(state.orders, orderId)
  return order === null ? refuse('order-unknown') : holds(grant, order.window)
}

/** Roles whose reach is their windows; the others' is their stations. */
const BY_WINDOW: ReadonlySet<StaffRole> = new Set(['clerk', 'window-lead', 'department-head'])

function decides(state: CaseState, grant: Grant, requestId: string | undefined): true | Refusal {
  const request = named(state.extensions, requestId)
  const window = request ? state.tasks[request.taskId]?.window : undefined
  if (!request || window === undefined || grant.role !== request.decidedBy) return refuse('not-permitted')
  const over = BY_WINDOW.has(grant.role) ? grant.windows.includes(window) : grant.stations.includes(homeStation(state).code)
  return over || refuse('not-permitted')
}
