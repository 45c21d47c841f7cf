import type { AppealRow, ClockRow, Colour, OrderRow, TaskRow } from '../../domain/case/rows.ts'
import type { ClockFacts } from '../../domain/clocks/types.ts'
import type { Appeal, CaseOrder, Clock, Task } from '../generated/client.ts'
import { instantOf, instantOrNull } from '../instants.ts'

/** Rows as the database gives them turned into those of the domain: instants in epoch milliseconds. */
export function appealRowOf(row: Appeal): AppealRow {
  return {
    caseId: row.caseId,
    number: row.number,
    item: row.item,
    itemVersion: row.itemVersion,
    station: row.station,
    expertId: row.expertId,
    tier: row.tier,
    status: row.status,
    stage: row.stage,
    accountableWindow: row.accountableWindow,
    seq: row.seq,
    receivedAt: instantOf(row.receivedAt),
    acceptedAt: instantOrNull(row.acceptedAt),
    closedAt: instantOrNull(row.closedAt),
    endedAt: instantOrNull(row.endedAt),
    result: row.result,
    officeInChargeTextId: row.officeInChargeTextId,
    rating: row.rating,
    paused: row.paused,
    legalDueAt: instantOrNull(row.legalDueAt),
    promisedDueAt: instantOrNull(row.promisedDueAt),
    stageDueAt: instantOrNull(row.stageDueAt),
    dueAt: instantOrNull(row.dueAt),
    colour: colourOf(row.colour),
    nextWakeAt: instantOrNull(row.nextWakeAt),
    changedAt: instantOf(row.changedAt),
  }
}

export function taskRowOf(row: Task): TaskRow {
  return {
    taskId: row.taskId,
    caseId: row.caseId,
    role: row.role,
    stage: row.stage,
    visit: row.visit,
    window: row.windowCode,
    status: row.status,
    version: row.version,
    assignee: row.assignee,
    delegate: row.delegate,
    dispatchedAt: instantOf(row.dispatchedAt),
    signedAt: instantOrNull(row.signedAt),
    endedAt: instantOrNull(row.endedAt),
    outcome: row.outcome,
    dueAt: instantOrNull(row.dueAt),
    colour: colourOf(row.colour),
  }
}

export function clockRowOf(row: Clock): ClockRow {
  return {
    clockId: row.clockId,
    caseId: row.caseId,
    kind: row.kind,
    scopeKind: row.scopeKind,
    scopeId: row.scopeId,
    window: row.windowCode,
    calendar: row.calendar,
    startedAt: instantOf(row.startedAt),
    dueAt: instantOrNull(row.dueAt),
    provisional: row.provisional,
    paused: row.paused,
    stoppedAt: instantOrNull(row.stoppedAt),
    stoppedBecause: row.stoppedBecause,
    expiredAt: instantOrNull(row.expiredAt),
    card: row.card,
    facts: row.facts as ClockFacts | null,
  }
}

export function orderRowOf(row: CaseOrder): OrderRow {
  return {
    orderId: row.orderId,
    caseId: row.caseId,
    kind: row.kind,
    window: row.windowCode,
    issuedAt: instantOf(row.issuedAt),
    issuedByKind: row.issuedByKind,
    issuedById: row.issuedById,
    rung: row.rung,
    answeredAt: instantOrNull(row.answeredAt),
  }
}

function colourOf(text: string): Colour {
  return text === 'red' || text === 'yellow' ? text : 'green'
}
