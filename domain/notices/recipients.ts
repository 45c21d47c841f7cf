import type { EventOf } from '../case/event.ts'
import { homeStation } from '../case/lookups.ts'
import { taskOf } from '../case/task-of-clock.ts'
import type { CaseClock, CaseState, Task } from '../case/state.ts'
import type { NotifyRole, RungAction } from '../routing/item.ts'
import type { Recipient } from './notice.ts'

/** The person who works on the task, else the role at its window. */
export function assigneeOr(state: CaseState, task: Task | null, role: 'clerk' | 'window-lead'): readonly Recipient[] {
  const worker = task?.delegate ?? task?.assignee ?? null
  if (worker !== null) return person(worker)
  const window = task?.window ?? state.accountableWindow
  return window === null ? [] : [{ kind: 'role', role, window }]
}

/** Who holds a deciding role for a window of the case. */
export function ofRole(state: CaseState, role: string, window: string | null): readonly Recipient[] {
  const at = window ?? state.accountableWindow
  switch (role) {
    case 'window-lead':
    case 'department-head':
      return at === null ? [] : [{ kind: 'role', role, window: at }]
    case 'province-supervisor':
      return [{ kind: 'role', role: 'province-supervisor' }]
    default:
      return [{ kind: 'role', role: 'station-supervisor', station: homeStation(state).code }]
  }
}

/** The person who asked for an extension. */
export function askerOf(state: CaseState, requestId: string): readonly Recipient[] {
  const asker = state.extensions[requestId]?.askedBy
  return asker?.kind === 'staff' && asker.id !== null ? [{ kind: 'staff', id: asker.id }] : []
}

/** Who answers an order: the lead of its window, and whoever works on the task there. */
export function orderRecipients(state: CaseState, { data }: EventOf<'OrderIssued'>): readonly Recipient[] {
  const task = data.taskId === null ? null : (state.tasks[data.taskId] ?? null)
  const worker = task?.window === data.window ? (task.delegate ?? task.assignee) : null
  return [{ kind: 'role', role: 'window-lead', window: data.window }, ...person(worker)]
}

/** Whom a fired rung tells, and whether the expert is among them. */
export function rungRecipients(
  state: CaseState,
  event: EventOf<'RungFired'>,
): { readonly staff: readonly Recipient[]; readonly tellsExpert: boolean } {
  const clock = state.clocks[event.data.clockId]
  if (!clock) return { staff: [], tellsExpert: false }
  const roles = event.data.actions.flatMap((action) => (action.kind === 'notify' ? action.roles : []))
  const staff = roles.flatMap((role) => (owedBySupervisor(clock) && !OVERSEERS.has(role) ? [] : toldAs(state, role, clock)))
  return { staff: [...staff, ...raised(state, event.data.actions)], tellsExpert: roles.includes('expert') }
}

/** An arbitration is owed by the supervisor; no window is reminded of it. */
function owedBySupervisor(clock: CaseClock): boolean {
  return clock.scope.kind === 'arbitration'
}

const OVERSEERS: ReadonlySet<NotifyRole> = new Set(['station-supervisor', 'province-supervisor'])

/** An order is answered by its own window, whoever holds the task by now. */
function toldAs(state: CaseState, role: NotifyRole, clock: CaseClock): readonly Recipient[] {
  const request = clock.scope.kind === 'extension-request' ? state.extensions[clock.scope.id] : undefined
  if (request !== undefined && role === 'assignee') return askerOf(state, request.id)
  const about = taskOf(state, clock)
  const task = clock.scope.kind === 'order' && about?.window !== clock.window ? null : about
  const window = clock.scope.kind === 'order' ? clock.window : (task?.window ?? null)
  switch (role) {
    case 'expert':
      return []
    case 'assignee':
      return task === null && window !== null ? [{ kind: 'role', role: 'clerk', window }] : assigneeOr(state, task, 'clerk')
    case 'decider':
      return request === undefined ? [] : ofRole(state, request.decidedBy, state.tasks[request.taskId]?.window ?? null)
    case 'leader-contact':
      return person(state.start.leaderContact)
    case 'liaison':
      return person(state.start.liaison)
    default:
      return ofRole(state, role, window)
  }
}

function person(id: string | null): readonly Recipient[] {
  return id === null ? [] : [{ kind: 'staff', id }]
}

/** The first raise reaches the supervisor of the expert's station, each further one the level above. */
function raised(state: CaseState, actions: readonly RungAction[]): readonly Recipient[] {
  if (!actions.some((action) => action.kind === 'raise')) return []
  const level = raisesSoFar(state) - 1
  const station = state.start.directory.stations[level]
  return [station ? { kind: 'role', role: 'station-supervisor', station: station.code } : { kind: 'role', role: 'province-supervisor' }]
}

function raisesSoFar(state: CaseState): number {
  const raising = new Set(
    state.start.item.ladder.filter((rung) => rung.actions.some((action) => action.kind === 'raise')).map((rung) => rung.code),
  )
  return Object.values(state.clocks).reduce(
    (sum, clock) => sum + clock.rungs.filter((rung) => rung.state === 'fired' && raising.has(rung.code)).length,
    0,
  )
}
