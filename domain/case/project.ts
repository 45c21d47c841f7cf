import { canonicalJson } from '../canonical-json.ts'
import type { Instant } from '../clocks/types.ts'
import { AUDIENCE_OF } from './audience.ts'
import type { CaseEvent } from './event.ts'
import { caseClock, clockOf, homeStation, isOpen, isPaused, isRunning, leadTask } from './lookups.ts'
import { nextWake } from './next-wake.ts'
import type { AppealRow, CaseRows, ClockRow, Colour, EventRow, OrderRow, TaskRow } from './rows.ts'
import type { CaseClock, CaseState, Order, Task } from './state.ts'

/**
 * The rows of the read model for this state. With `before`, only the tasks, clocks and orders that
 * differ from it are given (state values are never changed in place, so identity tells).
 */
export function rowsOf(state: CaseState, before: CaseState | null = null): CaseRows {
  return {
    appeal: appealRow(state),
    tasks: changed(state.tasks, before?.tasks, taskTouched(state, before)).map((task) => taskRow(state, task)),
    clocks: changed(state.clocks, before?.clocks).map((clock) => clockRow(state, clock)),
    orders: changed(state.orders, before?.orders).map((order) => orderRow(state, order)),
  }
}

/** The row of the event log; its body is canonical, so that the same event always gives the same hash. */
export function eventRow(event: CaseEvent): EventRow {
  return {
    seq: event.seq,
    at: event.at,
    type: event.type,
    audience: AUDIENCE_OF[event.type],
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    actingFor: event.actingFor,
    commandId: event.commandId,
    body: canonicalJson(event),
  }
}

/** Reads back an event from its canonical body. */
export function eventOfBody(body: string): CaseEvent {
  return JSON.parse(body) as CaseEvent
}

function appealRow(state: CaseState): AppealRow {
  const { start } = state
  const task = leadTask(state)
  const legal = caseClock(state, 'legal')
  const promised = caseClock(state, 'promised')
  const stage = task === null ? null : clockOf(state, 'stage', 'task', task.id)
  return {
    caseId: start.caseId,
    number: start.number,
    item: start.item.code,
    itemVersion: start.item.version,
    station: homeStation(state).code,
    expertId: start.expert.id,
    tier: start.expert.tier,
    status: state.status,
    stage: state.stage,
    accountableWindow: state.accountableWindow,
    seq: state.seq,
    receivedAt: state.receivedAt ?? state.at,
    acceptedAt: state.accepted?.at ?? null,
    closedAt: state.closed?.at ?? null,
    endedAt: state.status === 'ended' ? state.at : null,
    result: state.closed?.result ?? null,
    officeInChargeTextId: state.closed?.officeInCharge?.id ?? null,
    rating: state.rating,
    paused: task?.status === 'waiting',
    legalDueAt: legal?.dueAt ?? null,
    promisedDueAt: promised?.dueAt ?? null,
    stageDueAt: stage?.dueAt ?? null,
    dueAt: earliest([legal, promised, stage]),
    colour: colourOf([legal, promised, stage, ...taskClocks(state, task)]),
    nextWakeAt: nextWake(state),
    changedAt: state.at,
  }
}

function taskRow(state: CaseState, task: Task): TaskRow {
  const clocks = taskClocks(state, task)
  return {
    taskId: task.id,
    caseId: state.start.caseId,
    role: task.role,
    stage: task.stage,
    visit: task.visit,
    window: task.window,
    status: task.status,
    version: task.version,
    assignee: task.assignee,
    delegate: task.delegate,
    dispatchedAt: task.dispatchedAt,
    signedAt: task.signedAt,
    endedAt: task.endedAt,
    outcome: task.outcome,
    dueAt: isOpen(task) ? earliest(clocks.filter((clock) => clock.kind !== 'sign')) : null,
    colour: isOpen(task) ? colourOf(clocks) : 'green',
  }
}

function clockRow(state: CaseState, clock: CaseClock): ClockRow {
  return {
    clockId: clock.id,
    caseId: state.start.caseId,
    kind: clock.kind,
    scopeKind: clock.scope.kind,
    scopeId: clock.scope.id,
    window: clock.window,
    calendar: clock.calendar,
    startedAt: clock.facts.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    paused: isPaused(clock),
    stoppedAt: clock.stoppedAt,
    stoppedBecause: clock.stoppedBecause,
    expiredAt: clock.expiredAt,
    card: clock.card,
    facts: clock.facts,
  }
}

function orderRow(state: CaseState, order: Order): OrderRow {
  return {
    orderId: order.id,
    caseId: state.start.caseId,
    kind: order.kind,
    window: order.window,
    issuedAt: order.issuedAt,
    issuedByKind: order.issuedBy.kind,
    issuedById: order.issuedBy.id,
    rung: order.rung,
    answeredAt: order.answeredAt,
  }
}

function taskClocks(state: CaseState, task: Task | null): readonly CaseClock[] {
  if (task === null) return []
  return Object.values(state.clocks).filter((clock) => isRunning(clock) && clock.scope.kind === 'task' && clock.scope.id === task.id)
}

/** A colour is a card that stands, or a date that has passed. */
export function colourOf(clocks: readonly (CaseClock | null)[]): Colour {
  const standing = clocks.filter((clock) => clock !== null && isRunning(clock))
  if (standing.some((clock) => clock?.card === 'red' || clock?.expiredAt != null)) return 'red'
  return standing.some((clock) => clock?.card === 'yellow') ? 'yellow' : 'green'
}

function earliest(clocks: readonly (CaseClock | null)[]): Instant | null {
  const instants = clocks.flatMap((clock) => (clock?.dueAt == null ? [] : [clock.dueAt]))
  return instants.length === 0 ? null : Math.min(...instants)
}

function changed<V extends { readonly id: string }>(
  after: Readonly<Record<string, V>>,
  before: Readonly<Record<string, V>> | undefined,
  touched: ReadonlySet<string> = new Set(),
): readonly V[] {
  return Object.values(after).filter((value) => before?.[value.id] !== value || touched.has(value.id))
}

/** A task's row shows its clocks, so it changes with them. */
function taskTouched(state: CaseState, before: CaseState | null): ReadonlySet<string> {
  const moved = changed(state.clocks, before?.clocks).filter((clock) => clock.scope.kind === 'task')
  return new Set(moved.map((clock) => clock.scope.id))
}
